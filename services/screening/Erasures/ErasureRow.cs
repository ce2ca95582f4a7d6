namespace Cnaim.Screening.Erasures;

/// <summary>An order as stored.</summary>
internal sealed record ErasureRow
{
    public required Guid ErasureId { get; init; }

    public required Guid PersonId { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required string Status { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>How far one service is with an order; counts are JSON.</summary>
internal sealed record ErasureAtOfficeRow
{
    public required Guid ErasureId { get; init; }

    public required string Office { get; init; }

    /// <summary>What the office calls the order; no two offices share it.</summary>
    public required Guid OrderId { get; init; }

    public string? Counted { get; init; }

    public DateTimeOffset? OrderedAt { get; init; }

    public string? Erased { get; init; }

    public required string[] LegalBases { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }
}

/// <summary>An office that holds references of a person.</summary>
internal sealed record KnownOffice
{
    public required string Office { get; init; }

    public required string[] Refs { get; init; }
}
