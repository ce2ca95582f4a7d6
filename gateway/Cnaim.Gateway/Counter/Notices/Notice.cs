namespace Cnaim.Gateway.Counter.Notices;

/// <summary>Words for everybody who works on the pages, from a moment to a moment.</summary>
internal sealed record Notice
{
    public Guid NoticeId { get; init; }

    public required string Pt { get; init; }

    public required string En { get; init; }

    public DateTimeOffset ShownFrom { get; init; }

    public DateTimeOffset ShownUntil { get; init; }

    /// <summary>In the language of who looks.</summary>
    public string Text => Words.Language is "en" ? En : Pt;
}

/// <summary>Some of them.</summary>
internal sealed record NoticeList(IReadOnlyList<Notice>? Items);
