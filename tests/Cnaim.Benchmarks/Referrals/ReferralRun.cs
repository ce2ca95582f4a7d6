using System.Text;
using System.Text.Json;
using Cnaim.Benchmarks.Costs;
using Cnaim.Benchmarks.Load;
using Cnaim.Benchmarks.Prices;
using Cnaim.Benchmarks.Setup;
using Cnaim.Servers;
using Npgsql;
using RabbitMQ.Client;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>The platform in one configuration: people registered, ready for steps of load.</summary>
internal sealed class ReferralRun : IAsyncDisposable
{
    private const string Sender = "reception";
    private const string Receiver = "social-security";
    private const string Request = "social-security.niss";
    private const string Centre = "cnaim-lisboa";
    private const int BodyBytes = 1024;
    private static readonly string[] Categories = ["identity", "contact"];
    private static readonly string[] Services = ["identity", "directory", "screening", Sender, Receiver];
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { [Sender] = "A", [Receiver] = "B" };

    private readonly ReferralRunOptions _options;
    private readonly BenchPlatform _platform;
    private readonly IReadOnlyList<string> _people;
    private readonly DeliveryCheck _delivery;
    private readonly IConnection _broker;
    private readonly Dictionary<Guid, DateTime> _accepted = [];

    private ReferralRun(ReferralRunOptions options, BenchPlatform platform, IReadOnlyList<string> people, IConnection broker)
    {
        (_options, _platform, _people, _broker) = (options, platform, people, broker);
        _delivery = new DeliveryCheck(platform.DatabaseOf(Sender), platform.DatabaseOf(Receiver), Receiver);
    }

    public static async Task<ReferralRun> StartAsync(ReferralRunOptions options, CancellationToken cancellationToken)
    {
        var environment = BenchOptions.All();
        if (options.StandIn is not null)
        {
            environment[Sender] = new Dictionary<string, string>(StringComparer.Ordinal) { ["Services__screening__Grpc"] = options.StandIn };
        }

        var platform = await BenchPlatform.StartAsync(
            new BenchOptions { App = options.App, Services = Services, QueueType = options.QueueType, Environment = environment, Postgres = Settings(options.Profile) }, cancellationToken);
        try
        {
            var token = await platform.Tokens.GetAsync(Sender, Centre, "mediator", "screening", cancellationToken);
            var people = await People.RegisterAsync(platform.AddressOf("screening"), token, options.Profile.Persons, [Receiver], Categories, cancellationToken);
            var broker = await new ConnectionFactory { Uri = new Uri(platform.BrokerAdmin) }.CreateConnectionAsync(cancellationToken);
            return new ReferralRun(options, platform, people, broker);
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Of sender, receiver and screening.</summary>
    public AuditSwitch Audit => new([.. new[] { Sender, Receiver, "screening" }.Select(_platform.DatabaseOf)]);

    public async Task<IReadOnlyList<ReferralStep>> StepsAsync(IEnumerable<double> rates, CancellationToken cancellationToken)
    {
        var steps = new List<ReferralStep>();
        foreach (var rate in rates)
        {
            steps.Add(await StepAsync(rate, _options.Profile.WarmUp, _options.Profile.Measured, cancellationToken));
        }

        return steps;
    }

    public async Task<ReferralStep> StepAsync(double rate, TimeSpan warmUp, TimeSpan measured, CancellationToken cancellationToken)
    {
        await using var channel = await _broker.CreateChannelAsync(cancellationToken: cancellationToken);
        var backlog = new Backlog(_delivery, channel, Receiver);
        var meter = _platform.Meter(Names);
        var before = new DatabaseCost(0, 0);
        using var watching = new CancellationTokenSource();
        Task? watch = null;
        var since = DateTime.UtcNow;
        var load = await (await LoopAsync(cancellationToken)).RunAsync(rate, warmUp, measured, BeginAsync, cancellationToken);
        await watching.CancelAsync();
        await (watch ?? Task.CompletedTask);
        var cpu = meter.Stop();
        var drain = await backlog.DrainAsync(cancellationToken);
        var cost = DatabaseCost.Subtract(await DatabaseCost.ReadAsync(_platform.Admin, cancellationToken), before);
        var step = await StepOfAsync(rate, load, since, cancellationToken) with { Drain = drain, BacklogGrowth = backlog.Growth() };
        step = Costs(step, load, cpu, cost) with { Statements = await StatementsAsync(cancellationToken) };
        ReferralReport.Write(_options.Log, step);
        return step;

        async Task BeginAsync()
        {
            await (_options.Profile.CountsStatements ? StatementCosts.ResetAsync(_platform.Admin, CancellationToken.None) : Task.CompletedTask);
            before = await DatabaseCost.ReadAsync(_platform.Admin, CancellationToken.None);
            meter.Start();
            watch = backlog.WatchAsync(watching.Token);
        }
    }

    public async Task<ReferralFloor> FloorAsync(CancellationToken cancellationToken)
    {
        var duration = TimeSpan.FromSeconds(_options.Profile.FloorSeconds);
        var writes = new RawDatabase(_platform, duration);
        await writes.CreateAsync(cancellationToken);
        var floor = new ReferralFloor(
            await writes.MeasureAsync("floor-write.sql", cancellationToken),
            await new RawBroker(_platform.BrokerAdmin).MeasureAsync(_options.QueueType is QueueType.Quorum, duration, cancellationToken),
            await writes.MeasureAsync("floor-apply.sql", cancellationToken));
        ReferralReport.Write(_options.Log, floor);
        return floor;
    }

    /// <summary>Which servers these are, and what is set differently from what is shipped.</summary>
    public async Task<string> ServersAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_platform.Admin);
        await connection.OpenAsync(cancellationToken);
        string Broker(string property) => Encoding.UTF8.GetString((byte[])_broker.ServerProperties![property]!);
        return $"PostgreSQL {connection.ServerVersion}, RabbitMQ {Broker("version")} on {Broker("platform")}; "
            + $"pool {BenchOptions.Pool}, prefetch and concurrency as shipped, {_options.Profile.Persons} persons, log level Warning, telemetry off";
    }

    public IEnumerable<string> Memory() => _platform.Memory();

    public Task<double> FsyncAsync(CancellationToken cancellationToken) =>
        FsyncProbe.MeasureAsync(RawDatabase.Binaries, _platform.Folder, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _platform.DisposeAsync();
    }

    // Commit times of both databases are what latency is measured by.
    private static Dictionary<string, string> Settings(ReferralProfile profile) => new(StringComparer.Ordinal)
    {
        ["track_commit_timestamp"] = "on",
        ["shared_preload_libraries"] = profile.CountsStatements ? "pg_stat_statements" : "",
        ["pg_stat_statements.track_planning"] = "on",
    };

    private async Task<IReadOnlyList<StatementCost>> StatementsAsync(CancellationToken cancellationToken) =>
        _options.Profile.CountsStatements ? await StatementCosts.ReadAsync(_platform.Admin, cancellationToken) : [];

    private async Task<OpenLoop> LoopAsync(CancellationToken cancellationToken)
    {
        var token = await _platform.Tokens.GetAsync(Sender, Centre, "mediator", Sender, cancellationToken);
        var address = new Uri(_platform.AddressOf(Sender), "/v1/referrals");
        return new OpenLoop(address, [.. _people.Select(person => new RequestTemplate("POST", address, token, Body(person)))], connections: 128);
    }

    // Unknown members are ignored on input: the filler brings the body to one KiB and is stored nowhere.
    private static string Body(string person)
    {
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["personId"] = person,
            ["receiver"] = new { office = Receiver, centre = Centre },
            ["request"] = Request,
            ["priority"] = "routine",
            ["categories"] = Categories,
            ["filler"] = "",
        };
        body["filler"] = new string('x', Math.Max(0, BodyBytes - JsonSerializer.SerializeToUtf8Bytes(body).Length));
        return JsonSerializer.Serialize(body);
    }

    private async Task<ReferralStep> StepOfAsync(double rate, OpenLoopResult load, DateTime since, CancellationToken cancellationToken)
    {
        foreach (var (id, due) in load.Accepted)
        {
            _accepted[id] = due;
        }

        var delivered = await _delivery.CommitToCommitAsync(since, cancellationToken);
        var measured = load.Measured.Where(delivered.ContainsKey).ToList();
        return new ReferralStep
        {
            Rate = rate,
            Accept = load.Accept,
            Delivery = Latencies.Of(measured.Select(id => delivered[id].Milliseconds)),
            Whole = Latencies.Of(measured.Select(id => (delivered[id].CommittedAt - load.Accepted[id]).TotalMilliseconds)),
            Refused = load.Refused,
            Count = await _delivery.CountAsync(_accepted.Keys, cancellationToken),
        };
    }

    private static ReferralStep Costs(ReferralStep step, OpenLoopResult load, IReadOnlyDictionary<string, double> cpu, DatabaseCost cost)
    {
        var delivered = Math.Max(1, load.Measured.Count);
        return step with
        {
            Cpu = cpu.ToDictionary(part => part.Key, part => part.Value / delivered, StringComparer.Ordinal),
            CommitsPerReferral = (double)cost.Commits / delivered,
            WalBytesPerReferral = (double)cost.WalBytes / delivered,
        };
    }
}
