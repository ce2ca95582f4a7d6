namespace Cnaim.Identity.SignIn;

/// <summary>How far the sign-in is.</summary>
internal sealed record SignInAnswer
{
    public const string SignedIn = "signed-in";
    public const string CodeNeeded = "code-needed";
    public const string EnrolmentNeeded = "enrolment-needed";
    public const string ChoiceNeeded = "choice-needed";

    /// <summary><c>signed-in</c>, <c>code-needed</c>, <c>enrolment-needed</c> or <c>choice-needed</c>.</summary>
    public required string State { get; init; }

    /// <summary>Shown again with the next step; five minutes.</summary>
    public string? Ticket { get; init; }

    /// <summary>What can be chosen, when several assignments are there.</summary>
    public IReadOnlyList<AssignmentChoice>? Assignments { get; init; }

    /// <summary>Shown once, when the second factor was enrolled.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; init; }
}
