using System.Collections.Frozen;

namespace Cnaim.Screening.Identifiers;

/// <summary>A kind of number, and what is known about it.</summary>
/// <param name="Code">As in the API.</param>
/// <param name="Country">Who issues it; null where the caller says.</param>
/// <param name="IsRight">The published check; null when there is none.</param>
/// <param name="HasZone">The document has a machine-readable zone.</param>
internal sealed record IdentifierType(string Code, string? Country, Func<string, bool>? IsRight = null, bool HasZone = false)
{
    private const string Portugal = "PT";

    public static FrozenDictionary<string, IdentifierType> All { get; } = new IdentifierType[]
    {
        new("nif", Portugal, TaxNumber.IsRight),
        new("niss", Portugal, SocialSecurityNumber.IsRight),
        new("cc", Portugal, CitizenCard.IsRight),
        new("residence-permit", Portugal, HasZone: true),
        new("health-user-number", Portugal),
        new("passport", Country: null, HasZone: true),
        new("national-id", Country: null),
    }.ToFrozenDictionary(type => type.Code, StringComparer.Ordinal);
}
