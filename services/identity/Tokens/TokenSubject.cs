namespace Cnaim.Identity.Tokens;

/// <summary>Whom a token speaks for.</summary>
internal sealed record TokenSubject(string Subject, string Office, string Centre, string Role)
{
    /// <summary>The version of a staff member's rights that the token carries; null for clients.</summary>
    public long? RightsVersion { get; init; }

    /// <summary>The session that the token was given for; null for clients.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The one client that a partner's developer works for; null for everybody else.</summary>
    public string? Partner { get; init; }

    /// <summary>What the caller acts for; null when he did not say.</summary>
    public string? Purpose { get; init; }

    /// <summary>The ticket, case or referral for which the caller looks; null when nobody said.</summary>
    public string? Behind { get; init; }

    /// <summary>Who calls for the subject, as JSON of RFC 8693, section 4.1; null when the subject called through the gateway.</summary>
    public IDictionary<string, object>? ActingParty { get; init; }
}
