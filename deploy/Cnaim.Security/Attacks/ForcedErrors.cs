using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S21: an error says nothing about the inside.</summary>
internal static class ForcedErrors
{
    private static readonly string[] Telltales = ["   at ", "Npgsql", "SELECT ", "INSERT ", "System.", "Cnaim.", ".cs:", "127.0.0.1", "localhost", "Host=", "relation \""];

    public static IEnumerable<Attack> All { get; } =
    [
        Get("an id that is none", "/api/health/v1/referrals/not-an-id"),
        Get("an id of zeros", "/api/health/v1/referrals/00000000-0000-0000-0000-000000000000"),
        Get("a limit beyond numbers", "/api/health/v1/referrals?direction=received&limit=99999999999999999999"),
        Get("a cursor of nonsense", "/api/health/v1/referrals?direction=received&after=%00%FF"),
        Get("a reference of 4 KB", Steps.People + "/" + new string('A', 4_000)),
        Get("an address with a NUL", Steps.People + "/%00"),
        Get("a path that climbs", "/api/health/v1/../../../../etc/passwd"),
        Get("an office that is none", "/api/astrology/v1/referrals"),
    ];

    private static Attack Get(string what, string path) => new("S21", what, "a problem that tells nothing", async (attacker, cancellationToken) =>
    {
        var reply = await attacker.SendAsync(Identity.Health, HttpMethod.Get, path, null, cancellationToken);
        var told = Array.Find(Telltales, tale => reply.Text.Contains(tale, StringComparison.Ordinal));
        return reply.Status is >= 400 and < 500 && told is null ? "a problem that tells nothing" : $"{reply.Summary}, tells \"{told}\"";
    });
}
