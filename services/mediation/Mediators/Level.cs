namespace Cnaim.Mediation.Mediators;

/// <summary>How well a language is spoken or read, as the association that nominates and the coordinator say.</summary>
internal static class Level
{
    public const string Good = "good";

    /// <summary>From the lowest to the highest.</summary>
    public static IReadOnlyList<string> All { get; } = ["basic", Good, "fluent", "native"];

    /// <summary>0 for basic to 3 for native; -1 for anything else.</summary>
    public static int Rank(string? level)
    {
        for (var rank = 0; rank < All.Count; rank++)
        {
            if (string.Equals(All[rank], level, StringComparison.Ordinal))
            {
                return rank;
            }
        }

        return -1;
    }
}
