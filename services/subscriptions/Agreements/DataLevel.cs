namespace Cnaim.Subscriptions.Agreements;

/// <summary>How much of an event leaves (ADR 0100).</summary>
internal static class DataLevel
{
    /// <summary>That it happened, where and when; nothing to join.</summary>
    public const string Count = "count";

    /// <summary>And its codes, under a subject that only this partner has.</summary>
    public const string Status = "status";

    /// <summary>And its ids: only referrals to or from the partner's own office.</summary>
    public const string Party = "party";

    private static readonly string[] Levels = [Count, Status, Party];

    public static bool Exists(string level) => Levels.Contains(level, StringComparer.Ordinal);

    /// <summary>Whether one shows no more than another. A party sees fewer events and more of each: neither is inside the other.</summary>
    public static bool IsWithin(string level, string other) =>
        string.Equals(level, other, StringComparison.Ordinal) || (level is Count && other is Status);
}
