using System.Globalization;
using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28, D5: owes an endpoint events again, by their ids or since a time.</summary>
internal sealed class ReplayModel(TimeProvider clock) : PartnerPage
{
    private const int MostParts = 50;

    [BindProperty]
    public string? EventIds { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public string? Year { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    public Guid Id { get; private set; }

    public PartnerEndpoint Endpoint { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await AskAsync<PartnerEndpoint>($"{Endpoints}/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Id, Endpoint) = (id, answer.Value);
        if (HttpMethods.IsGet(Request.Method))
        {
            var since = TypedMoment.Of(clock.GetUtcNow().AddHours(-1));
            (Day, Month, Year, Time) = (since.Day, since.Month, since.Year, since.Time);
        }

        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string what, CancellationToken cancellationToken)
    {
        if ((what is "ids" ? Ids() : Since()) is not { } body)
        {
            return await OnGetAsync(id, cancellationToken);
        }

        var answer = await RunAsync(id, body, cancellationToken);
        if (!answer.IsGood)
        {
            Errors.Add(answer.Problem, Words);
            return await OnGetAsync(id, cancellationToken);
        }

        Tell(answer.Value.Events == 0 ? "replay-none" : answer.Value.More ? "replay-more" : "replay");
        return LocalRedirect($"/partners/endpoints/{id}");
    }

    // A call finds some thousand; whoever asks for a month does not want to press so often.
    private async Task<ServiceAnswer<Replayed>> RunAsync(Guid id, ReplayBody body, CancellationToken cancellationToken)
    {
        var (answer, events) = (await PartAsync(id, body, FormKey, cancellationToken), 0);
        for (var part = 1; answer is { IsGood: true, Value: { More: true } some } && part < MostParts; part++)
        {
            events += some.Events;
            answer = await PartAsync(id, body with { After = some.Next }, string.Create(CultureInfo.InvariantCulture, $"{FormKey}.{part}"), cancellationToken);
        }

        return answer.IsGood ? answer with { Value = answer.Value with { Events = events + answer.Value.Events } } : answer;
    }

    private Task<ServiceAnswer<Replayed>> PartAsync(Guid id, ReplayBody body, string? key, CancellationToken cancellationToken) =>
        Calls.SendAsync<Replayed>(new ServiceRequest(Service, HttpMethod.Post, $"{Endpoints}/{id}/replay") { Body = body, IdempotencyKey = key }, cancellationToken);

    private ReplayBody? Ids()
    {
        var texts = (EventIds ?? "").Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ids = texts.Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).ToList();
        if (ids.Count == 0 || ids.Contains(null))
        {
            Errors.Add("eventIds", Words["Partner_IdsWrong"]);
            return null;
        }

        return new ReplayBody { EventIds = ids };
    }

    private ReplayBody? Since()
    {
        var now = clock.GetUtcNow();
        if (new TypedMoment(Day, Month, Year, Time).Read(now) is not { } since || since > now)
        {
            Errors.Add("Day", Words["Partner_SinceWrong"]);
            return null;
        }

        return new ReplayBody { Since = since };
    }
}

/// <summary>How many are owed again.</summary>
internal sealed record Replayed(int Events, bool More, string? Next);

/// <summary>What the service is asked.</summary>
internal sealed record ReplayBody
{
    public IReadOnlyList<Guid?>? EventIds { get; init; }

    public DateTimeOffset? Since { get; init; }

    public string? After { get; init; }
}
