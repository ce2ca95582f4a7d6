namespace Cnaim.Contracts.Commands;

/// <summary>Screening tells an office that knows a person to forget them: everything that names the person goes, except what a recorded law keeps. Sent to each office with its own references alone.</summary>
[Command("erase-person")]
public sealed record ErasePerson
{
    /// <summary>The order as the receiving office knows it, by an id of its own; also the stream of the message.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The person as the receiving office knows them; more than one where the office's key was rotated.</summary>
    public required string[] PersonRefs { get; init; }

    /// <summary>Only count: the order has not been approved yet.</summary>
    public required bool DryRun { get; init; }

    /// <summary>When it was asked for, or approved (UTC).</summary>
    public required DateTimeOffset OrderedAt { get; init; }
}
