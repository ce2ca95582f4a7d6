using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Benchmarks.Load;
using Cnaim.Benchmarks.Setup;

namespace Cnaim.Benchmarks.Firewall;

/// <summary>
/// Asks as an office without permit for records that exist and for records that do not, in random order, and looks whether the times tell them apart.
/// With <c>--leaky</c> a fault build is asked that looks twice at what it hides: it must be caught.
/// </summary>
internal sealed class FirewallBenchmark(string app, bool isLeaky, int pairs, TextWriter log)
{
    private const int Records = 100;
    private const int WarmUp = 300;
    private const string Office = "reception";
    private const string Centre = "cnaim-lisboa";

    public async Task<(bool Holds, string Json)> RunAsync(CancellationToken cancellationToken)
    {
        var environment = BenchOptions.All();
        environment["screening"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["CNAIM_SABOTAGE"] = isLeaky ? "leaky-reads" : "" };
        await using var platform = await BenchPlatform.StartAsync(
            new BenchOptions { App = app, Services = ["identity", "directory", "screening", Office], Environment = environment }, cancellationToken);
        var results = new List<TimingComparison>();
        foreach (var route in await RoutesAsync(platform, cancellationToken))
        {
            results.Add(await CompareAsync(route, cancellationToken));
            log.WriteLine(results[^1]);
        }

        var isCaught = results.Exists(result => result.IsLeaking);
        return (isLeaky == isCaught, JsonSerializer.Serialize(new
        {
            leakyBuild = isLeaky,
            routes = results.Select(result => new { result.Route, result.Calls, differenceOfIqr = Math.Round(result.Share, 4), z = Math.Round(result.Z, 2), leaks = result.IsLeaking }),
        }));
    }

    // The other office reads at screening what reception registered; another centre of reception reads what Lisbon wrote.
    private static async Task<IReadOnlyList<FirewallRoute>> RoutesAsync(BenchPlatform platform, CancellationToken cancellationToken)
    {
        var (screening, reception) = (platform.AddressOf("screening"), platform.AddressOf(Office));
        Task<string> TokenAsync(string office, string centre, string audience) => platform.Tokens.GetAsync(office, centre, "office-agent", audience, cancellationToken);
        var own = await TokenAsync(Office, Centre, "screening");
        var people = await People.RegisterAsync(screening, own, Records, ["health"], ["identity"], cancellationToken);
        var interviews = await ManyAsync(screening, own, "/v1/interviews", number => new { personId = people[number], language = "por", channel = "counter" }, cancellationToken);
        var referrals = await ManyAsync(
            reception,
            await TokenAsync(Office, Centre, Office),
            "/v1/referrals",
            number => new
            {
                personId = people[number],
                receiver = new { office = "health", centre = Centre },
                request = "health.user-number",
                issues = new[] { "numbers.health-user" },
                priority = "routine",
                categories = new[] { "identity" },
            },
            cancellationToken);
        var (stranger, elsewhere) = (await TokenAsync("education", Centre, "screening"), await TokenAsync(Office, "cnaim-porto", Office));
        static string Reference() => string.Create(26, 0, static (text, _) => Random.Shared.GetItems("abcdefghijklmnopqrstuvwxyz234567", text));
        static string Id() => Guid.CreateVersion7().ToString();
        return
        [
            new("another office's person", screening, "/v1/people/", "", stranger, people, Reference),
            new("another office's process", screening, "/v1/people/", "/process", stranger, people, Reference),
            new("another office's consents", screening, "/v1/people/", "/consents", stranger, people, Reference),
            new("another office's interview", screening, "/v1/interviews/", "", stranger, interviews, Id),
            new("another centre's referral", reception, "/v1/referrals/", "", elsewhere, referrals, Id),
        ];
    }

    private static async Task<IReadOnlyList<string>> ManyAsync(Uri address, string token, string path, Func<int, object> body, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var ids = new List<string>();
        for (var number = 0; number < Records; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body(number)) };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var answer = await client.SendAsync(request, cancellationToken);
            ids.Add((await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetString()!);
        }

        return ids;
    }

    private async Task<TimingComparison> CompareAsync(FirewallRoute route, CancellationToken cancellationToken)
    {
        using var connection = new HttpConnection(route.Address);
        var samples = (Hidden: new List<double>(), Missing: new List<double>());
        bool[] order = [.. Enumerable.Range(0, WarmUp + (pairs * 2)).Select(number => number % 2 == 0)];
        Random.Shared.Shuffle(order.AsSpan(WarmUp));
        foreach (var (number, isHidden) in order.Index())
        {
            var request = new RequestTemplate("GET", route.AddressOf(isHidden), route.Token, "");
            var bytes = request.Fill(new byte[request.Length], Guid.Empty);
            var start = Stopwatch.GetTimestamp();
            var answer = await connection.SendAsync(bytes, cancellationToken);
            var microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            if (answer.Status is not 404)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{route.Name} answered {answer.Status}."));
            }

            if (number >= WarmUp)
            {
                (isHidden ? samples.Hidden : samples.Missing).Add(microseconds);
            }
        }

        return TimingComparison.Of(route.Name, samples.Hidden, samples.Missing);
    }
}
