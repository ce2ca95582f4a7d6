namespace Cnaim.Demo.Journal;

/// <summary>One thing that the platform accepted: ids, codes and times, nothing about the person.</summary>
internal sealed record JournalLine
{
    /// <summary>The line of an accepted referral.</summary>
    public const string Referral = "referral";

    public DateTimeOffset At { get; init; }

    /// <summary>person, interview, assessment, consent, referral, move or end.</summary>
    public required string Kind { get; init; }

    /// <summary>The idempotency key sent.</summary>
    public string? Key { get; init; }

    public string? Id { get; init; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; }

    public string? Office { get; init; }

    public string? Centre { get; init; }

    /// <summary>The state that was answered.</summary>
    public string? State { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; init; } = 1;
}
