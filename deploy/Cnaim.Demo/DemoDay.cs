using System.Globalization;
using Cnaim.Demo.Counting;
using Cnaim.Demo.Gateway;
using Cnaim.Demo.Journal;
using Cnaim.Demo.People;
using Cnaim.Demo.Play;
using Cnaim.Demo.Reference;
using Cnaim.Demo.Report;

namespace Cnaim.Demo;

/// <summary>Plays a working day of the national centres through the gateway and counts afterwards what became of every referral.</summary>
public sealed class DemoDay : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly DayState _day = new();
    private readonly GatewayClient _gateway;
    private readonly DemoJournal _journal;
    private readonly DemoOptions _options;
    private readonly DemoPlatform _platform;
    private string _stage = "visits";

    public DemoDay(DemoPlatform platform, DemoOptions options, TimeProvider clock)
    {
        (_platform, _options, _clock) = (platform, options, clock);
        var name = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        _journal = new DemoJournal(options.LogFolder, name, clock);
        _gateway = new GatewayClient(platform, clock);
    }

    /// <summary>How far the day is; may be read at any time.</summary>
    public DemoProgress Progress => new(_stage, _day.Visits + _day.FailedVisits, _options.Visits, _day.Referrals.Count, _day.Ended);

    /// <summary>Plays the day once.</summary>
    /// <param name="cancellationToken">Ends the day early; nothing is counted then.</param>
    public async Task<DemoReport> PlayAsync(CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var data = ReferenceData.Load(_options.DataFolder);
        var plan = DayPlan.Create(data, _options.Visits, _options.Seed, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime));
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var watcher = new LoopWatcher(_gateway, _day, _journal, _clock);
        var answers = new ReferralAnswers(_gateway, data, _day, _journal, _clock);
        var agents = new AgentPool(
            (office, centre) => new OfficeAgent(new Desk(office, centre, Categories.AgentRole(office), 1), _gateway, answers, _day, _clock), watcher, closing.Token);
        await ServeVisitsAsync(data, plan, agents, cancellationToken);

        _stage = "answers";
        await Task.WhenAny(agents.WhenAnsweredAsync(), Task.Delay(_options.DrainLimit, _clock, cancellationToken));
        await closing.CancelAsync();
        await agents.WhenGoneAsync();
        cancellationToken.ThrowIfCancellationRequested();

        _stage = "count";
        var count = await CountAsync(data, cancellationToken);
        return WriteReport.From(_day, count, _options.Seed, _journal.Path, _clock, started);
    }

    public void Dispose()
    {
        _gateway.Dispose();
        _journal.Dispose();
    }

    private async Task ServeVisitsAsync(ReferenceData data, IReadOnlyList<PlannedVisit> plan, AgentPool agents, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.VisitLimit);
        var deck = new BehaviourDeck(new Draw(_options.Seed + 1));
        var sender = new ReferralSender(_gateway, deck, _day, _journal, agents, _clock);
        var player = new VisitPlayer(_gateway, data, new InterviewPlayer(_gateway, data), sender, _day, _journal, _clock);
        var shift = new DeskShift(player, _day, _clock);
        var desks = plan.GroupBy(visit => (visit.Centre.Code, visit.Desk)).ToList();
        await Task.WhenAll(desks.Select(desk => shift.WorkAsync(
            new Desk("reception", desk.Key.Code, "mediator", desk.Key.Desk), desk, _options.Speed, limit.Token)));
        for (var missing = plan.Count - _day.Visits - _day.FailedVisits; missing > 0; missing--)
        {
            _day.AddFailedVisit("not begun within the time limit");
        }
    }

    private Task<CountResult> CountAsync(ReferenceData data, CancellationToken cancellationToken)
    {
        var offices = data.Requests.Values.Select(request => request.Office).Append("reception").Distinct(StringComparer.Ordinal).Where(_platform.Databases.ContainsKey);
        var outOfOrder = _day.Referrals.Values.Where(referral => referral.IsOutOfOrder).Select(referral => referral.Id).ToList();
        var context = new CountContext([.. offices], [.. _day.Persons], outOfOrder);
        return CountAll.UntilSettledAsync(_platform, _journal.ReadAll(), context, TimeSpan.FromSeconds(30), _clock, cancellationToken);
    }
}
