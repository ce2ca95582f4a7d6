namespace Cnaim.Subscriptions.Agreements;

/// <summary>A row of <c>agreement</c>.</summary>
internal sealed record AgreementRow
{
    public string ClientId { get; init; } = "";

    public Guid AgreementId { get; init; }

    public string Name { get; init; } = "";

    public string[] EventTypes { get; init; } = [];

    public string[] Municipalities { get; init; } = [];

    public string DataLevel { get; init; } = "";

    public string? Office { get; init; }

    public bool Queue { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public string FocalPointName { get; init; } = "";

    public string FocalPointEmail { get; init; } = "";

    public byte[] SubjectKey { get; init; } = [];

    public long Version { get; init; }

    public Agreement ToAgreement() => new()
    {
        ClientId = ClientId,
        Version = Version,
        Terms = new AgreementTerms
        {
            Name = Name,
            EventTypes = EventTypes,
            Municipalities = Municipalities,
            DataLevel = DataLevel,
            Office = Office,
            Queue = Queue,
            ValidFrom = ValidFrom,
            ValidUntil = ValidUntil,
            FocalPoint = new FocalPoint(FocalPointName, FocalPointEmail),
        },
    };
}
