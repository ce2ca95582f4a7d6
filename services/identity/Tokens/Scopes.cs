namespace Cnaim.Identity.Tokens;

/// <summary>The scopes of integration.md section 6.</summary>
internal static class Scopes
{
    public static IReadOnlyList<string> All { get; } =
        ["referrals.read", "referrals.answer", "events.subscribe", "directory.read", "statistics.read", "screening.use"];
}
