using System.Text.Json.Nodes;
using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S17 and S18: text that means something to a database, a browser or a spreadsheet is text.</summary>
internal static class HostileText
{
    private static readonly string[] Texts =
    [
        "'; DROP TABLE person; --", "Urze' OR '1'='1", "100%", "_____", "\\", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=HYPERLINK(\"http://example.invalid\")",
        "+1+1", "@SUM(A1)", "{{7*7}}", "${jndi:ldap://example.invalid/a}", "\u202eezrU", "Uгze",
    ];

    private const string Harmless = "kept as text, or refused";

    public static IEnumerable<Attack> All { get; } =
    [
        .. Texts.Select(text => new Attack(IsOfBrowsers(text) ? "S18" : "S17", $"a name \"{Shown(text)}\"", Harmless, (attacker, cancellationToken) => KeepAsync(attacker, text, cancellationToken))),
        new("S17", "a search by a pattern that matches everybody", "nobody", async (attacker, cancellationToken) =>
        {
            await attacker.RegisterAsync("Urze", cancellationToken);
            var found = await attacker.SendAsync(Identity.Reception with { Desk = "attack-search" }, HttpMethod.Post, Steps.People + "/search", new JsonObject { ["name"] = "%%%" }, cancellationToken);
            return found.Status is 422 || found.Json["items"]!.AsArray().Count == 0 ? "nobody" : found.Text;
        }),
        Query("a limit that is SQL", "/api/health/v1/referrals?direction=received&limit=1;DROP TABLE person", "400"),
        Query("a direction that is SQL", "/api/health/v1/referrals?direction=received'--"),
        Query("a cursor of one's own", "/api/health/v1/referrals?direction=received&after=' OR 1=1"),
    ];

    private static bool IsOfBrowsers(string text) => "<\"=+@\u202e".Contains(text[0], StringComparison.Ordinal);

    private static string Shown(string text) => text.Replace("\u202e", "(right-to-left override)", StringComparison.Ordinal);

    private static Attack Query(string what, string path, string expected = "422") => new("S17", what, expected, async (attacker, cancellationToken) =>
        (await attacker.SendAsync(Identity.Health, HttpMethod.Get, path, null, cancellationToken)).Status.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<string> KeepAsync(Attacker attacker, string text, CancellationToken cancellationToken)
    {
        var created = await attacker.SendAsync(Identity.Reception, HttpMethod.Post, Steps.People, new JsonObject { ["givenNames"] = text }, cancellationToken);
        if (created.Status is 422)
        {
            return Harmless; // refused by the rule for names
        }

        var stored = (await attacker.SendAsync(Identity.Reception, HttpMethod.Get, $"{Steps.People}/{created.Must(201).Id}", null, cancellationToken)).Must(200);
        var name = stored.Json["givenNames"] is JsonArray names ? names[0]!.ToString() : stored.Json["givenNames"]?.ToString();
        return string.Equals(name, text, StringComparison.Ordinal) && stored.MediaType is "application/json" ? Harmless : $"{stored.MediaType} {name}";
    }
}
