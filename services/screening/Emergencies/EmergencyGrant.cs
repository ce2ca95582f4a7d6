using System.Text.Json;

namespace Cnaim.Screening.Emergencies;

/// <summary>An opened record: 60 minutes to read it, 24 hours for a second person to confirm.</summary>
internal sealed record EmergencyGrant(Guid Id, DateTimeOffset ExpiresAt, DateTimeOffset ConfirmBy);

/// <summary>What is shown of the person in an emergency.</summary>
internal sealed record EmergencyRecord
{
    public required IReadOnlyList<string> GivenNames { get; init; }

    public required IReadOnlyList<string> FamilyNames { get; init; }

    public string? NameInScript { get; init; }

    public string? KnownAs { get; init; }

    public string? Birth { get; init; }

    public required IReadOnlyList<string> Nationalities { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Answers on contact, household, health and safety.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Answers { get; init; }
}

/// <summary>An emergency access as the second person sees it.</summary>
internal sealed record EmergencyView
{
    public required Guid Id { get; init; }

    public required string OpenedBy { get; init; }

    public required string Reason { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset ConfirmBy { get; init; }

    /// <summary>justified, not-justified, or null while nobody has looked.</summary>
    public string? Verdict { get; init; }

    public string? ConfirmedBy { get; init; }
}

internal sealed record EmergencyPage(IReadOnlyList<EmergencyView> Items, Guid? Next);

internal sealed record ConfirmEmergencyInput
{
    public required bool Justified { get; init; }
}

/// <summary>What the person is to be told when it is safe.</summary>
internal sealed record NoticeView
{
    public required Guid NoticeId { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? GivenAt { get; init; }

    /// <summary>The office that opened the record.</summary>
    public required string Office { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }
}

internal sealed record NoticeList(IReadOnlyList<NoticeView> Items);
