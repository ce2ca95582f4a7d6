namespace Cnaim.Directory.Erasures;

/// <summary>What a service has erased and gives to be kept.</summary>
internal sealed record OfferedErasure
{
    public const int MostDigests = 100;

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>Digests of what the service called the person: 32 bytes each, as lower-case hexadecimal text; at most 100.</summary>
    public required string[] Digests { get; init; }

    public bool IsValid() => Digests.Length is > 0 and <= MostDigests && Digests.All(digest => digest.Length is 64 && digest.All(char.IsAsciiHexDigitLower));
}

/// <summary>An erasure as it is kept.</summary>
internal sealed record KeptErasure
{
    public required Guid OrderId { get; init; }

    public required DateTimeOffset ErasedAt { get; init; }

    public required string[] Digests { get; init; }
}
