namespace Cnaim.Subscriptions.Agreements;

/// <summary>What a partner's client may be told, as agreed.</summary>
internal sealed record Agreement
{
    public required string ClientId { get; init; }

    public required AgreementTerms Terms { get; init; }

    public required long Version { get; init; }
}
