namespace Cnaim.Screening.Consents;

internal sealed record ConsentRow
{
    public required Guid ConsentId { get; init; }

    public required string PersonRef { get; init; }

    public required string[] Recipients { get; init; }

    public required string[] Purposes { get; init; }

    public required string[] Categories { get; init; }

    /// <summary>permit or deny; what rests on a law is a permit too.</summary>
    public string Decision { get; init; } = ConsentTerms.Permit;

    public required string GivenBy { get; init; }

    public string? GuardianRelation { get; init; }

    /// <summary>The law's code in <c>statutory-grounds.json</c>, and how it is cited.</summary>
    public string? StatutoryGround { get; init; }

    public string? LegalBasis { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public required DateTimeOffset ValidTo { get; init; }

    public required string Language { get; init; }

    public string? Interpreter { get; init; }

    public required string Evidence { get; init; }

    public required string TextVersion { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>True for the office that recorded it.</summary>
    public required bool IsOwn { get; init; }
}

/// <summary>A disclosure that ends with its consent.</summary>
internal sealed record EndedDisclosure
{
    public required Guid DisclosureId { get; init; }

    public required string ReceiverOffice { get; init; }

    public Guid? ReferralId { get; init; }

    public required string[] Categories { get; init; }
}
