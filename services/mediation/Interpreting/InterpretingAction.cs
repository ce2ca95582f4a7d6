namespace Cnaim.Mediation.Interpreting;

/// <summary>The moves of a telephone translation.</summary>
internal static class InterpretingAction
{
    /// <summary>Look for a line again.</summary>
    public const string Match = "match";

    /// <summary>All three are on the line.</summary>
    public const string Start = "start";

    /// <summary>The call dropped: the same line is dialled again, the request stays.</summary>
    public const string Redial = "redial";

    /// <summary>More minutes.</summary>
    public const string Extend = "extend";

    public const string Complete = "complete";

    /// <summary>How good it was, once, after the end.</summary>
    public const string Rate = "rate";

    public const string Fail = "fail";

    public static IReadOnlyList<string> All { get; } = [Match, Start, Redial, Extend, Complete, Rate, Fail];
}
