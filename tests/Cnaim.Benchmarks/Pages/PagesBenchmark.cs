using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Cnaim.Benchmarks.Load;
using Cnaim.Benchmarks.Setup;
using Cnaim.Launcher;

namespace Cnaim.Benchmarks.Pages;

/// <summary>Twenty members of staff at the counter, each acting every two seconds, while the whole platform runs: how long a page takes from the request to its last byte.</summary>
internal sealed class PagesBenchmark(string app, TimeSpan measured, TextWriter log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(40);

    private static readonly string[] Accounts =
    [
        "demo-mediator", "demo-borders", "demo-labour-conditions", "demo-social-security", "demo-education", "demo-health", "demo-civil-registry", "demo-tax", "demo-legal-support", "demo-family-reunification",
        "demo-social-support", "demo-housing", "demo-consumer-support", "demo-qualifications", "demo-employment", "demo-entrepreneurship", "demo-voter-registration", "demo-debt-support", "demo-portuguese-language", "demo-refugee-integration",
    ];

    private readonly ConcurrentBag<(string Page, double Milliseconds)> _samples = [];

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await using var platform = await BenchPlatform.StartAsync(new BenchOptions { App = app, Services = null }, cancellationToken);
        var users = new List<DeskUser>();
        try
        {
            foreach (var account in Accounts)
            {
                var user = new DeskUser(platform.AddressOf("gateway"));
                users.Add(user);
                await user.BeginAsync(account, platform.Secrets.Password("staff.demo"), DemoAuthenticator.Of(platform.Secrets).CodeAt(DateTimeOffset.UtcNow), cancellationToken);
            }

            var begun = Stopwatch.StartNew();
            await Task.WhenAll(users.Select((user, index) => WorkAsync(user, index, begun, cancellationToken)));
        }
        finally
        {
            users.ForEach(user => user.Dispose());
        }

        return Report();
    }

    // Users begin one after the other, spread over the interval, and keep their pace whatever a page takes.
    private async Task WorkAsync(DeskUser user, int index, Stopwatch begun, CancellationToken cancellationToken)
    {
        for (var number = 0; ; number++)
        {
            var due = Interval * (number + ((double)index / Accounts.Length));
            if (due > WarmUp + measured)
            {
                return;
            }

            if (due > begun.Elapsed)
            {
                await Task.Delay(due - begun.Elapsed, cancellationToken);
            }

            var (name, act) = user.Acts[(number + index) % user.Acts.Count];
            var asked = Stopwatch.GetTimestamp();
            await act(cancellationToken);
            if (due > WarmUp)
            {
                _samples.Add((name, Stopwatch.GetElapsedTime(asked).TotalMilliseconds));
            }
        }
    }

    private string Report()
    {
        foreach (var page in _samples.GroupBy(sample => sample.Page, StringComparer.Ordinal).OrderBy(page => page.Key, StringComparer.Ordinal))
        {
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Key,-14} {page.Count(),5} pages  {Latencies.Of(page.Select(sample => sample.Milliseconds))}"));
        }

        var sorted = _samples.Select(sample => sample.Milliseconds).Order().ToList();
        var all = Latencies.Of(sorted);
        var p95 = sorted[(int)Math.Ceiling(0.95 * sorted.Count) - 1];
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"all",-14} {all.Count,5} pages  {all}  p95 {p95:0.0}"));
        return JsonSerializer.Serialize(new { users = Accounts.Length, pages = all.Count, p50Ms = Math.Round(all.P50, 1), p95Ms = Math.Round(p95, 1), p99Ms = Math.Round(all.P99, 1) });
    }
}
