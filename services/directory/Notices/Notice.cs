namespace Cnaim.Directory.Notices;

/// <summary>Words for everybody who works on the pages, from a moment to a moment.</summary>
internal sealed record Notice
{
    public required Guid NoticeId { get; init; }

    /// <summary>In Portuguese.</summary>
    public required string Pt { get; init; }

    /// <summary>In English.</summary>
    public required string En { get; init; }

    public required DateTimeOffset ShownFrom { get; init; }

    public required DateTimeOffset ShownUntil { get; init; }

    public required int Version { get; init; }
}
