using System.Text.Json;
using Cnaim.ServiceDefaults.Protection;

namespace Cnaim.Screening.Identifiers;

/// <summary>A number that the office was shown.</summary>
internal sealed record IdentifierView
{
    public required Guid Id { get; init; }

    public required string Type { get; init; }

    public required string Country { get; init; }

    /// <summary>Its last characters in lists; whole where it is asked for by id.</summary>
    public required string Value { get; init; }

    /// <summary>Why it was kept against its check.</summary>
    public string? Override { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public static IdentifierView Masked(IdentifierRow row, IdentifierContent content) => Of(row, content) with { Value = Mask(content.Value), Override = null };

    public static IdentifierView Of(IdentifierRow row, IdentifierContent content) => new()
    {
        Id = row.IdentifierId,
        Type = row.Type,
        Country = row.Country,
        Value = content.Value,
        Override = content.Override,
        RecordedAt = row.RecordedAt,
    };

    /// <summary>The last three characters of a long number, of a short one none; the stars do not tell how long it is.</summary>
    public static string Mask(string value) => value.Length < 7 ? "***" : "***" + value[^3..];
}

/// <summary>The numbers, and the version of the person that they belong to.</summary>
internal sealed record IdentifierList(IReadOnlyList<IdentifierView> Items, long Version);

/// <summary>The person's version without the number.</summary>
internal sealed record IdentifierRemoved(long Version);

internal sealed record IdentifierRow
{
    public required Guid IdentifierId { get; init; }

    public required string Type { get; init; }

    public required string Country { get; init; }

    public required byte[] Content { get; init; }

    public required byte[] ValueHash { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What is encrypted of an identifier.</summary>
internal sealed record IdentifierContent(string Value, string? Override)
{
    public static IdentifierContent Open(IdentifierRow row, FieldProtection protection) =>
        JsonSerializer.Deserialize<IdentifierContent>(protection.Unprotect(row.Content, row.IdentifierId))!;
}
