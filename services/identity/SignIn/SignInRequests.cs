namespace Cnaim.Identity.SignIn;

/// <summary>The first factor.</summary>
internal sealed record SignInRequest
{
    public required string Account { get; init; }

    public required string Password { get; init; }

    /// <summary>Which assignment to work under; needed only by who has several.</summary>
    public Guid? Assignment { get; init; }
}

/// <summary>The second factor: a code of the authenticator, or one of the recovery codes.</summary>
internal sealed record SecondFactorRequest
{
    public required string Ticket { get; init; }

    public string? Code { get; init; }

    public string? RecoveryCode { get; init; }
}

/// <summary>A step that needs only the ticket of the step before.</summary>
internal sealed record TicketRequest
{
    public required string Ticket { get; init; }
}

/// <summary>The first sign-in of a new account, or after a reset.</summary>
internal sealed record InvitationRequest
{
    public required string Account { get; init; }

    public required string Invitation { get; init; }

    public required string Password { get; init; }
}

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

/// <summary>One assignment to choose.</summary>
internal sealed record AssignmentChoice(Guid Id, string Role, string Office, string Centre);

/// <summary>The secret of the second factor, for the authenticator.</summary>
internal sealed record Enrolment(string Key, string Address);
