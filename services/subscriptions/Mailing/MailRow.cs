namespace Cnaim.Subscriptions.Mailing;

/// <summary>A row of <c>mail</c> that somebody has leased.</summary>
internal sealed record MailRow
{
    public Guid MailId { get; init; }

    public string ClientId { get; init; } = "";

    public int Events { get; init; }

    public int Notices { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Attempts { get; init; }
}

/// <summary>A partner to whom a mail may be due.</summary>
internal sealed record MailCandidate
{
    public string ClientId { get; init; } = "";

    /// <summary>Notices that no mail has told yet.</summary>
    public int Notices { get; init; }

    public bool WantsMail { get; init; }

    /// <summary>Up to which event the partner has read or was written to.</summary>
    public long Known { get; init; }
}
