using Cnaim.Gateway.Counter.Pages.Admin;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>What a partner may be told.</summary>
internal sealed record PartnerAgreement(string ClientId, PartnerTerms Terms, long Version);

/// <summary>Agreements, by client.</summary>
internal sealed record PartnerAgreementList(IReadOnlyList<PartnerAgreement> Items, string? Next);

/// <summary>The terms of an agreement, whole: what a form leaves out would be given up.</summary>
internal sealed record PartnerTerms
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> EventTypes { get; init; }

    public required IReadOnlyList<string> Municipalities { get; init; }

    public required string DataLevel { get; init; }

    public string? Office { get; init; }

    public bool Queue { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public required PartnerFocalPoint FocalPoint { get; init; }
}

/// <summary>Whom to turn to at a partner's.</summary>
internal sealed record PartnerFocalPoint(string Name, string Email);

/// <summary>Other terms that were asked for.</summary>
internal sealed record PartnerAgreementChange : IAskedChange
{
    public required Guid Id { get; init; }

    Guid IAskedChange.ChangeId => Id;

    public required string ClientId { get; init; }

    public required PartnerTerms Terms { get; init; }

    public bool Widens { get; init; }

    public required string Reason { get; init; }

    public required string RequestedBy { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    public string? Decision { get; init; }

    public string? DecidedBy { get; init; }
}
