using Cnaim.Screening.Identifiers;

namespace Cnaim.Screening.People;

/// <summary>A search; by process number or identifier it is exact.</summary>
internal sealed record SearchPeople
{
    public string? Name { get; init; }

    public string? Birth { get; init; }

    public string? Nationality { get; init; }

    public string? ProcessNumber { get; init; }

    public IdentifierQuery? Identifier { get; init; }

    /// <summary>At most this many hits, 1 to 50; default 20.</summary>
    public int? Limit { get; init; }
}
