namespace Cnaim.Subscriptions.Inboxes;

/// <summary>How far a partner has read, and what waits.</summary>
internal sealed record Inbox
{
    /// <summary>The cursor up to which events are read: the <c>after</c> of the first unread page of <c>/events</c>.</summary>
    public required string ReadUntil { get; init; }

    /// <summary>Events after it that the agreement allows, of the next 50 000 of the network.</summary>
    public required int Unread { get; init; }

    /// <summary>Whether there may be more than were counted.</summary>
    public required bool More { get; init; }

    /// <summary>Whether the focal point is written to when there is something new.</summary>
    public required bool WantsMail { get; init; }
}

/// <summary>What is read.</summary>
internal sealed record ReadMark
{
    /// <summary>A cursor of <c>/events</c>: everything up to it is read, and nothing after it.</summary>
    public required string Until { get; init; }
}

/// <summary>Whether mail is wanted.</summary>
internal sealed record MailWish
{
    public required bool Wanted { get; init; }
}

/// <summary>A row of <c>inbox</c>.</summary>
internal sealed record InboxRow
{
    public long ReadUntil { get; init; }

    public bool WantsMail { get; init; }
}

/// <summary>What a part of the log holds for a partner.</summary>
internal sealed record UnreadCount
{
    public int Events { get; init; }

    public long Until { get; init; }

    public bool IsMore { get; init; }
}
