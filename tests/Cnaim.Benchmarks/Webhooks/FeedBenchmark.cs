using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Cnaim.Benchmarks.Load;
using Cnaim.Benchmarks.Setup;
using Npgsql;

namespace Cnaim.Benchmarks.Webhooks;

/// <summary>A page of the feed at the beginning, in the middle and at the end of a long log, through the gateway as a partner asks for it.</summary>
internal sealed class FeedBenchmark(string app, long rows, TextWriter log)
{
    private const int Asked = 50;
    private const long Part = 500_000;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await using var platform = await BenchPlatform.StartAsync(new BenchOptions { App = app, Services = ["identity", "directory", "subscriptions", "gateway"] }, cancellationToken);
        await FillAsync(platform, cancellationToken);
        using var partner = await PartnerAsync(platform, cancellationToken);
        var pages = new Dictionary<string, Latencies>(StringComparer.Ordinal);
        foreach (var (name, after) in ((string, long)[])[("beginning", 0), ("middle", rows / 2), ("end", rows - 200)])
        {
            pages[name] = await AskAsync(partner, after, cancellationToken);
            log.WriteLine($"{name,-9} {pages[name]}");
        }

        return JsonSerializer.Serialize(new { rows, beginningP50Ms = Math.Round(pages["beginning"].P50, 1), middleP50Ms = Math.Round(pages["middle"].P50, 1), endP50Ms = Math.Round(pages["end"].P50, 1) });
    }

    private async Task FillAsync(BenchPlatform platform, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var database = NpgsqlDataSource.Create(platform.DatabaseOf("subscriptions"));
        await ExecuteAsync(database, WebhookSql.Days, cancellationToken);
        for (var first = 1L; first <= rows; first += Part)
        {
            await ExecuteAsync(database, WebhookSql.Fill, cancellationToken, first, Math.Min(rows, first + Part - 1), rows);
        }

        await ExecuteAsync(database, WebhookSql.Continue, cancellationToken, rows);
        await ExecuteAsync(database, "ANALYZE event_log", cancellationToken);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
    }

    private static async Task<HttpClient> PartnerAsync(BenchPlatform platform, CancellationToken cancellationToken)
    {
        var client = new HttpClient { BaseAddress = platform.AddressOf("gateway") };
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "sandbox-partner"), new("client_secret", platform.Secrets.Password("client.sandbox-partner"))]);
        using var answer = await client.PostAsync(new Uri("/connect/token", UriKind.Relative), form, cancellationToken);
        using var token = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.RootElement.GetProperty("access_token").GetString());
        return client;
    }

    private static async Task<Latencies> AskAsync(HttpClient partner, long after, CancellationToken cancellationToken)
    {
        var times = new List<double>(Asked);
        for (var count = 0; count < Asked + 5; count++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await partner.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/api/subscriptions/v1/events?after={after}&limit=100"), UriKind.Relative), cancellationToken);
            using var page = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken));
            if (page.RootElement.GetProperty("items").GetArrayLength() != 100)
            {
                throw new InvalidOperationException("A page is not full.");
            }

            times.AddRange(count < 5 ? [] : [Stopwatch.GetElapsedTime(started).TotalMilliseconds]);
        }

        return Latencies.Of(times);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 600;
        command.Parameters.AddRange(parameters.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
