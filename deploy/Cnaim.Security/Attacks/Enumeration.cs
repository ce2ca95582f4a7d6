using System.Globalization;
using System.Text.Json.Nodes;
using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S23: trying many.</summary>
internal static class Enumeration
{
    public static IEnumerable<Attack> All { get; } =
    [
        new("S23", "forty person searches within a minute by one member of staff", "20 x 200, 20 x 429", async (attacker, cancellationToken) =>
        {
            var desk = "attack-" + Guid.NewGuid().ToString("N")[..8]; // whoever searched a minute ago has less left
            return await ManyAsync(40, number => SearchAsync(attacker, desk, number, cancellationToken));
        }),
        new("S23", "three hundred requests at once by one member of staff", "some refused", async (attacker, cancellationToken) =>
        {
            var greedy = Identity.Health with { Desk = "attack-greedy" };
            var tally = await ManyAsync(300, async _ => (await attacker.SendAsync(greedy, HttpMethod.Get, "/api/health/v1/office", null, cancellationToken)).Status);
            return tally.Contains("429", StringComparison.Ordinal) ? "some refused" : tally;
        }),
        new("S23", "sixty wrong secrets for one client", "some refused", async (attacker, cancellationToken) =>
        {
            var tally = await ManyAsync(60, async number => (await attacker.SendAsync(Guess(attacker, number), cancellationToken)).Status);
            return tally.Contains("429", StringComparison.Ordinal) ? "some refused" : tally;
        }),
    ];

    private static Call Guess(Attacker attacker, int number) => new(HttpMethod.Post, new Uri(attacker.Target.Gateway, "/connect/token"))
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "health",
            ["client_secret"] = number.ToString(CultureInfo.InvariantCulture),
        }),
    };

    private static async Task<int> SearchAsync(Attacker attacker, string desk, int number, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["name"] = string.Create(CultureInfo.InvariantCulture, $"Urze {number}") };
        return (await attacker.SendAsync(Identity.Reception with { Desk = desk }, HttpMethod.Post, Steps.People + "/search", body, cancellationToken)).Status;
    }

    private static async Task<string> ManyAsync(int count, Func<int, Task<int>> send)
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, count).Select(send));
        return string.Join(", ", statuses.GroupBy(status => status).OrderBy(group => group.Key).Select(group => $"{group.Count()} x {group.Key}"));
    }
}
