namespace Cnaim.Directory.Audit;

/// <summary>The end of a service's audit chain at one moment.</summary>
internal sealed record AuditHead
{
    /// <summary>The service's code.</summary>
    public required string Service { get; init; }

    /// <summary>The head's place in the chain, from 1.</summary>
    public required long SealNo { get; init; }

    /// <summary>32 bytes as lower-case hexadecimal text.</summary>
    public required string Head { get; init; }

    /// <summary>When it was kept here.</summary>
    public required DateTimeOffset KeptAt { get; init; }
}
