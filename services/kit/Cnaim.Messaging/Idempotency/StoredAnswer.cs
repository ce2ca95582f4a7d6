namespace Cnaim.Messaging.Idempotency;

/// <summary>What was answered to an Idempotency-Key; the body is encrypted.</summary>
internal sealed record StoredAnswer
{
    public required byte[] RequestHash { get; init; }

    public required short Status { get; init; }

    public string? Location { get; init; }

    public string? Etag { get; init; }

    public string? ContentType { get; init; }

    public byte[]? Body { get; init; }

    public bool IsExpired { get; init; }
}
