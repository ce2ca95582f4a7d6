namespace Cnaim.Contracts.Commands;

/// <summary>A sender asks an office to take care of a request of a person. FHIR: ServiceRequest, intent order. Carries no personal data: the receiver fetches what the disclosure permits.</summary>
[Command("request-referral")]
public sealed record RequestReferral
{
    /// <summary>The referral's id, known to its two parties and screening only; also the stream of the message.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>The disclosure permit that the receiver redeems at screening for the permitted snapshot.</summary>
    public required Guid DisclosureId { get; init; }

    /// <summary>The person as the receiving office knows them: a pseudonym of 26 base32 characters.</summary>
    public required string PersonRef { get; init; }

    /// <summary>Who sends.</summary>
    public required Party Sender { get; init; }

    /// <summary>Who shall take it.</summary>
    public required Party Receiver { get; init; }

    /// <summary>Who at the office is asked by name: <c>slow</c> in the sandbox, and nobody else (ADR 0114); ignored where nobody is.</summary>
    public string? Agent { get; init; }

    /// <summary>The request code of the service catalogue, for example <c>social-security.niss</c>.</summary>
    public required string Request { get; init; }

    /// <summary>The issue codes that raised it; empty when the receiver may not learn them.</summary>
    public string[] Issues { get; init; } = [];

    /// <summary><c>routine</c>, <c>urgent</c> or <c>emergency</c>.</summary>
    public required string Priority { get; init; }

    /// <summary>The data categories that the permit covers.</summary>
    public string[] Categories { get; init; } = [];

    /// <summary>ISO 639-3 code of the language the person prefers, when known.</summary>
    public string? Language { get; init; }

    /// <summary>By when the receiver accepts or rejects (UTC).</summary>
    public required DateTimeOffset AcknowledgeBy { get; init; }

    /// <summary>By when the receiver reaches a final state (UTC).</summary>
    public required DateTimeOffset ResolveBy { get; init; }

    /// <summary>The earlier referral between the same parties that this one tries again.</summary>
    public Guid? BasedOn { get; init; }

    /// <summary>The referral that the sender received and sends onward.</summary>
    public Guid? PartOf { get; init; }

    /// <summary>When the sender asked (UTC).</summary>
    public required DateTimeOffset RequestedAt { get; init; }
}
