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

/// <summary>A hundred events a second, each for two of two hundred endpoints, of which twenty are dead, twenty slow and ten want less: when the healthy ones get theirs, and whether each gets all, once, in order.</summary>
internal sealed class WebhookBenchmark(string app, TimeSpan measured, TextWriter log)
{
    private const double Rate = 100;
    private const int Pairs = BenchReceivers.Count / 2;
    private const double Limit = 2000;

    // There are fewer municipalities with a centre than pairs: the last healthy endpoints have nothing to do.
    private const string Nowhere = "none";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    public async Task<(bool Holds, string Json)> RunAsync(CancellationToken cancellationToken)
    {
        await using var platform = await BenchPlatform.StartAsync(new BenchOptions { App = app, Services = ["identity", "directory", "subscriptions"] }, cancellationToken);
        await using var receivers = await BenchReceivers.StartAsync(Path.Combine(platform.Folder, "receivers"));
        var centres = await AgreeAsync(platform, receivers, cancellationToken);
        await using var voice = await BenchVoice.ConnectAsync(platform.BrokerUrlOf("health"));
        log.WriteLine($"memory at the start: {string.Join(", ", platform.Memory())}");
        var begin = TimeProvider.System.GetUtcNow() + WarmUp;
        await SayAsync(voice, centres, cancellationToken);
        await Task.Delay(Rest, cancellationToken);
        log.WriteLine($"memory at the end:   {string.Join(", ", platform.Memory())}");
        var (lost, twice, disordered, times) = Judge(receivers, voice, begin);
        var latencies = Latencies.Of(times);
        log.WriteLine($"publish to arrival at the healthy  {latencies}");
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"events {voice.Published.Count}, lost {lost}, twice {twice}, out of order {disordered}"));
        var json = JsonSerializer.Serialize(new { perSecond = Rate, events = voice.Published.Count, p50Ms = Math.Round(latencies.P50, 1), p99Ms = Math.Round(latencies.P99, 1), lost, twice, disordered });
        return (lost is 0 && twice is 0 && disordered is 0 && latencies.P99 <= Limit, json);
    }

    // A partner for each pair, told of one municipality: every event is two endpoints'.
    private static async Task<IReadOnlyList<string>> AgreeAsync(BenchPlatform platform, BenchReceivers receivers, CancellationToken cancellationToken)
    {
        var places = Places();
        var protection = new FieldProtection(new ConfigurationBuilder()
            .AddInMemoryCollection([new KeyValuePair<string, string?>("Protection:Key", platform.Secrets.Key("protection.subscriptions"))]).Build());
        await using var database = NpgsqlDataSource.Create(platform.DatabaseOf("subscriptions"));
        for (var pair = 0; pair < Pairs; pair++)
        {
            var client = "bench-" + pair.ToString(CultureInfo.InvariantCulture);
            await ExecuteAsync(database, WebhookSql.Agree, cancellationToken, client, pair < places.Count ? places[pair].Municipality : Nowhere);
            foreach (var index in (int[])[pair, BenchReceivers.Count - 1 - pair])
            {
                var id = Guid.CreateVersion7();
                await ExecuteAsync(database, WebhookSql.Endpoint, cancellationToken, id, client, receivers.UrlOf(index), protection.Protect(RandomNumberGenerator.GetBytes(32), id));
            }
        }

        return [.. places.Select(place => place.Centre)];
    }

    private static async Task SayAsync(BenchVoice voice, IReadOnlyList<string> centres, TimeSpan duration, CancellationToken cancellationToken)
    {
        var referrals = Enumerable.Range(0, Pairs).Select(_ => Guid.CreateVersion7()).ToList();
        var due = Channel.CreateUnbounded<(long Index, long DueAt)>(new UnboundedChannelOptions { SingleWriter = true });
        var saying = Task.Run(
            async () =>
            {
                await foreach (var (index, _) in due.Reader.ReadAllAsync(cancellationToken))
                {
                    var (round, pair) = Math.DivRem(index, centres.Count);
                    await voice.SayAsync((int)pair, referrals[(int)pair], round + 1, centres[(int)pair]);
                }
            },
            cancellationToken);
        await Pace.WriteAsync(due.Writer, Rate, duration, cancellationToken);
        await saying;
    }

    private Task SayAsync(BenchVoice voice, IReadOnlyList<string> centres, CancellationToken cancellationToken) => SayAsync(voice, centres, WarmUp + measured, cancellationToken);

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

    private static List<(string Centre, string Municipality)> Places()
    {
        using var network = JsonDocument.Parse(File.ReadAllText(Published.Data("network.json")));
        return [.. network.RootElement.GetProperty("locations").EnumerateArray()
            .Where(centre => centre.GetProperty("dico").ValueKind is JsonValueKind.String)
            .Select(centre => (Centre: centre.GetProperty("slug").GetString()!, Municipality: centre.GetProperty("dico").GetString()!))
            .DistinctBy(place => place.Municipality, StringComparer.Ordinal).Take(Pairs)];
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
