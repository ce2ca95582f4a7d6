namespace Cnaim.Contracts.Commands;

/// <summary>A command was understood and refused; the sender learns why.</summary>
[Command("command-refused")]
public sealed record CommandRefused
{
    /// <summary>The message id of the refused command.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>The stream of the refused command.</summary>
    public required Guid StreamId { get; init; }

    /// <summary>A problem code of the registry.</summary>
    public required string Code { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset RefusedAt { get; init; }
}
