using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Cnaim.Benchmarks.Load;
using Cnaim.Benchmarks.Setup;
using Cnaim.ServiceDefaults.Protection;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Cnaim.Benchmarks.Webhooks;

/// <summary>A hundred events a second, each for two of two hundred endpoints, of which twenty are dead, twenty slow and ten want less: when the healthy ones get theirs, whether each gets all, once, in order, and whether the service's memory stays flat.</summary>
internal sealed class WebhookBenchmark(string app, TimeSpan measured, TextWriter log)
{
    private const double Rate = 100;
    private const int Pairs = BenchReceivers.Count / 2;
    private const double Limit = 2000;

    private const double MostGrowth = 0.25;
    private const string Service = "subscriptions";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    public async Task<(bool Holds, string Json)> RunAsync(CancellationToken cancellationToken)
    {
        await using var platform = await BenchPlatform.StartAsync(new BenchOptions { App = app, Services = ["identity", "directory", "subscriptions"] }, cancellationToken);
        await using var receivers = await BenchReceivers.StartAsync(Path.Combine(platform.Folder, "receivers"));
        var shares = Shares();
        await AgreeAsync(platform, receivers, shares, cancellationToken);
        await using var voice = await BenchVoice.ConnectAsync(platform.BrokerUrlOf("health"));
        log.WriteLine($"memory at the start: {string.Join(", ", platform.Memory())}");
        var begin = TimeProvider.System.GetUtcNow() + WarmUp;
        var warm = MemoryAfterAsync(platform, WarmUp, cancellationToken);
        await SayAsync(voice, shares, WarmUp + measured, cancellationToken);
        await Task.Delay(Rest, cancellationToken);
        log.WriteLine($"memory at the end:   {string.Join(", ", platform.Memory())}");
        var (before, after) = (await warm, platform.MemoryOf(Service));
        var growth = (after / before) - 1;
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory of {Service}: {before:0} MiB when warm, {after:0} MiB at the end ({growth:+0%;-0%;0%}, at most {MostGrowth:+0%})"));
        var idle = await IdleAsync(platform, cancellationToken);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"endpoints {BenchReceivers.Count}, of which owed nothing {idle}"));
        return Sum(receivers, voice, begin, growth, idle);
    }

    private (bool Holds, string Json) Sum(BenchReceivers receivers, BenchVoice voice, DateTimeOffset begin, double growth, int idle)
    {
        var (lost, twice, disordered, times) = Judge(receivers, voice, begin);
        var latencies = Latencies.Of(times);
        log.WriteLine($"publish to arrival at the healthy  {latencies}");
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"events {voice.Published.Count}, lost {lost}, twice {twice}, out of order {disordered}"));
        var json = JsonSerializer.Serialize(new { perSecond = Rate, events = voice.Published.Count, p50Ms = Math.Round(latencies.P50, 1), p99Ms = Math.Round(latencies.P99, 1), lost, twice, disordered, idle, memoryGrowth = Math.Round(growth, 3) });
        return (lost is 0 && twice is 0 && disordered is 0 && idle is 0 && latencies.P99 <= Limit && growth <= MostGrowth, json);
    }

    private static async Task<double> MemoryAfterAsync(BenchPlatform platform, TimeSpan time, CancellationToken cancellationToken)
    {
        await Task.Delay(time, cancellationToken);
        return platform.MemoryOf(Service);
    }

    private static async Task<int> IdleAsync(BenchPlatform platform, CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(platform.DatabaseOf(Service));
        await using var command = database.CreateCommand(WebhookSql.Idle);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    // A partner for each pair, told of one type at one municipality: every event is two endpoints'.
    private static async Task AgreeAsync(BenchPlatform platform, BenchReceivers receivers, IReadOnlyList<Share> shares, CancellationToken cancellationToken)
    {
        var protection = new FieldProtection(new ConfigurationBuilder()
            .AddInMemoryCollection([new KeyValuePair<string, string?>("Protection:Key", platform.Secrets.Key("protection." + Service))]).Build());
        await using var database = NpgsqlDataSource.Create(platform.DatabaseOf(Service));
        for (var pair = 0; pair < Pairs; pair++)
        {
            var client = "bench-" + pair.ToString(CultureInfo.InvariantCulture);
            await ExecuteAsync(database, WebhookSql.Agree, cancellationToken, client, shares[pair].Type, shares[pair].Municipality);
            foreach (var index in (int[])[pair, BenchReceivers.Count - 1 - pair])
            {
                var id = Guid.CreateVersion7();
                await ExecuteAsync(database, WebhookSql.Endpoint, cancellationToken, id, client, receivers.UrlOf(index), protection.Protect(RandomNumberGenerator.GetBytes(32), id));
            }
        }
    }

    private static async Task SayAsync(BenchVoice voice, IReadOnlyList<Share> shares, TimeSpan duration, CancellationToken cancellationToken)
    {
        var referrals = Enumerable.Range(0, Pairs).Select(_ => Guid.CreateVersion7()).ToList();
        var due = Channel.CreateUnbounded<(long Index, long DueAt)>(new UnboundedChannelOptions { SingleWriter = true });
        var saying = Task.Run(
            async () =>
            {
                await foreach (var (index, _) in due.Reader.ReadAllAsync(cancellationToken))
                {
                    var (round, pair) = Math.DivRem(index, Pairs);
                    await voice.SayAsync((int)pair, referrals[(int)pair], round + 1, shares[(int)pair].Type, shares[(int)pair].Centre);
                }
            },
            cancellationToken);
        await Pace.WriteAsync(due.Writer, Rate, duration, cancellationToken);
        await saying;
    }

    private static (int Lost, int Twice, int Disordered, List<double> Times) Judge(BenchReceivers receivers, BenchVoice voice, DateTimeOffset begin)
    {
        var (lost, twice, disordered, times) = (0, 0, 0, new List<double>());
        foreach (var index in Enumerable.Range(0, BenchReceivers.Count).Where(BenchReceivers.IsHealthy))
        {
            var taken = receivers.Read(index);
            var expected = voice.Published.Count(published => published.Value.Pair == Math.Min(index, BenchReceivers.Count - 1 - index));
            var distinct = taken.Select(got => got.Id).Distinct(StringComparer.Ordinal).Count();
            (lost, twice) = (lost + expected - distinct, twice + taken.Count - distinct);
            disordered += taken.Zip(taken.Skip(1)).Count(two => two.First.Sequence >= two.Second.Sequence);
            times.AddRange(taken.Select(got => (got.At, voice.Published[got.Id])).Where(got => got.Item2.At >= begin).Select(got => (got.At - got.Item2.At).TotalMilliseconds));
        }

        return (lost, twice, disordered, times);
    }

    // There are fewer municipalities with a centre than pairs: the second type goes round them again.
    private static List<Share> Shares()
    {
        using var network = JsonDocument.Parse(File.ReadAllText(Published.Data("network.json")));
        var places = network.RootElement.GetProperty("locations").EnumerateArray()
            .Where(centre => centre.GetProperty("dico").ValueKind is JsonValueKind.String)
            .Select(centre => (Centre: centre.GetProperty("slug").GetString()!, Municipality: centre.GetProperty("dico").GetString()!))
            .DistinctBy(place => place.Municipality, StringComparer.Ordinal).ToList();
        return [.. BenchVoice.Types.SelectMany(type => places.Select(place => new Share(type, place.Centre, place.Municipality))).Take(Pairs)];
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What a pair of endpoints is told, and no other.</summary>
    private sealed record Share(string Type, string Centre, string Municipality);
}
