namespace Cnaim.Directory.Audit;

/// <summary>A head that a service gives to be kept.</summary>
internal sealed record OfferedHead
{
    /// <summary>32 bytes as lower-case hexadecimal text.</summary>
    public required string Head { get; init; }
}
