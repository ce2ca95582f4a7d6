namespace Cnaim.Identity.SignIn;

/// <summary>Back at the desk: the password for the session that was paused there.</summary>
internal sealed record ResumeRequest
{
    /// <summary>The session's secret.</summary>
    public required string Session { get; init; }

    public required string Password { get; init; }
}
