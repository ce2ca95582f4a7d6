namespace Cnaim.Subscriptions.Webhooks;

/// <summary>States of an endpoint, and the moves of each.</summary>
internal static class EndpointState
{
    /// <summary>The challenge has not come back yet: nothing is sent. Where another address echoed before, what happens meanwhile waits.</summary>
    public const string Pending = "pending";

    public const string Active = "active";

    /// <summary>By the partner; what happens meanwhile waits.</summary>
    public const string Paused = "paused";

    /// <summary>Ten attempts failed; what happens meanwhile waits.</summary>
    public const string Error = "error";

    /// <summary>It answered 410; nothing is owed to it until it echoes a challenge again.</summary>
    public const string Disabled = "disabled";

    private static readonly Dictionary<string, string[]> Moves = new(StringComparer.Ordinal)
    {
        [Pending] = ["verify"],
        [Active] = ["pause", "test"],
        [Paused] = ["resume", "test"],
        [Error] = ["pause", "resume", "test"],
        [Disabled] = ["verify"],
    };

    public static IReadOnlyList<string> AllowedIn(string state) => Moves[state];

    public static bool Allows(string state, string move) => Moves[state].Contains(move, StringComparer.Ordinal);
}
