namespace Cnaim.Screening.Tests.Service;

/// <summary>One step that somebody may take about a person's data; the numbers choose among what exists, so that any sequence can be played.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Which">Which consent or permit.</param>
/// <param name="Office">Which office.</param>
/// <param name="Categories">Which categories, as bits.</param>
/// <param name="Purpose">Which purpose.</param>
public sealed record DisclosureMove(DisclosureMoveKind Kind, int Which, int Office, int Categories, int Purpose);

/// <summary>What can be done.</summary>
public enum DisclosureMoveKind
{
    /// <summary>The person consents.</summary>
    Grant,

    /// <summary>A consent is recorded as a draft.</summary>
    Draft,

    /// <summary>A draft is agreed to.</summary>
    Activate,

    /// <summary>A consent is withdrawn.</summary>
    Withdraw,

    /// <summary>A consent is withdrawn from some of its recipients.</summary>
    WithdrawFrom,

    /// <summary>A consent turns out to be a mistake.</summary>
    EnterInError,

    /// <summary>A referral asks for a permit.</summary>
    Decide,

    /// <summary>An office tries a permit.</summary>
    Fetch,
}
