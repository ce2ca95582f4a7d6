namespace Cnaim.Screening.Identifiers;

/// <summary>A number of a document, as it is written on it.</summary>
internal sealed record IdentifierInput
{
    /// <summary>nif, niss, cc, residence-permit, health-user-number, passport or national-id.</summary>
    public required string Type { get; init; }

    public required string Value { get; init; }

    /// <summary>Who issued it, ISO 3166-1 alpha-2; needed for passport and national-id, PT for all others.</summary>
    public string? Country { get; init; }

    /// <summary>Of a document with a machine-readable zone: the digit behind the number there, to compare; it is not kept.</summary>
    public string? CheckDigit { get; init; }

    /// <summary>Why a number is kept that does not pass the check of its type; at the counter only.</summary>
    public string? Override { get; init; }
}

/// <summary>The number that a person shows, to find them by; exact.</summary>
internal sealed record IdentifierQuery
{
    public required string Type { get; init; }

    public required string Value { get; init; }

    /// <summary>As for <see cref="IdentifierInput.Country"/>.</summary>
    public string? Country { get; init; }
}
