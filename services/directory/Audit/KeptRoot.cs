namespace Cnaim.Directory.Audit;

/// <summary>One digest over the heads of all services and the root before.</summary>
internal sealed record KeptRoot
{
    /// <summary>From 1, without gaps.</summary>
    public required long RootNo { get; init; }

    /// <summary>32 bytes as lower-case hexadecimal text: the value of the header <c>cnaim-audit-root</c>.</summary>
    public required string Root { get; init; }

    /// <summary>When it was taken.</summary>
    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>What it covers.</summary>
    public required IReadOnlyList<AuditLeaf> Heads { get; init; }
}
