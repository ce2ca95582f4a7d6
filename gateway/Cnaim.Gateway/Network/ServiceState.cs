namespace Cnaim.Gateway.Network;

/// <summary>How one service is.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Group">Its group on the page.</param>
/// <param name="Ready">Its database and schema are in order.</param>
/// <param name="Flow">Its messages flow.</param>
/// <param name="State">One of <see cref="Running"/>, <see cref="NotFlowing"/>, <see cref="NotReady"/>, <see cref="NoAnswer"/> and <see cref="NotStarted"/>.</param>
internal sealed record ServiceState(string Code, string Group, bool Ready, bool Flow, string State)
{
    public const string Running = "running";
    public const string NotFlowing = "not-flowing";
    public const string NotReady = "not-ready";
    public const string NoAnswer = "no-answer";
    public const string NotStarted = "not-started";

    public static ServiceState Of(string code, string group, bool? ready, bool? flow) => new(
        code,
        group,
        ready is true,
        flow is true,
        (ready, flow) switch
        {
            (null, _) => NoAnswer,
            (false, _) => NotReady,
            (true, true) => Running,
            _ => NotFlowing,
        });
}
