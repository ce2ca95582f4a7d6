namespace Cnaim.Identity.Keys;

/// <summary>A signing key as it is stored; the private part is encrypted.</summary>
internal sealed record KeyRow
{
    public required string KeyId { get; init; }

    public required byte[] PublicX { get; init; }

    public required byte[] PublicY { get; init; }

    public required byte[] ProtectedPrivateKey { get; init; }

    public required DateTimeOffset ActivatesAt { get; init; }
}
