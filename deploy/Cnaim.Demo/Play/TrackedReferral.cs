using Cnaim.Demo.Gateway;

namespace Cnaim.Demo.Play;

/// <summary>A referral that the platform answered 201, as the demo follows it.</summary>
internal sealed class TrackedReferral
{
    private readonly TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public required string Id { get; init; }

    public required string Key { get; init; }

    public required Desk Sender { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required string Request { get; init; }

    public required OfficeBehaviour Behaviour { get; init; }

    /// <summary>Timestamp of the 201.</summary>
    public required long AcceptedAt { get; init; }

    /// <summary>What the sender saw last.</summary>
    public string Status { get; set; } = "";

    /// <summary>Timestamp of the answer to the move that ended it.</summary>
    public long? EndedAt { get; private set; }

    /// <summary>Timestamp when the sender's desk saw the end.</summary>
    public long? SeenAt { get; set; }

    /// <summary>True when the sender's timeline was not in order.</summary>
    public bool IsOutOfOrder { get; set; }

    /// <summary>Completes with the move that ends it.</summary>
    public Task Moved => _moved.Task;

    public bool IsFinal => Status is "rejected" or "cancelled" or "completed" or "failed" or "entered-in-error";

    public void End(long timestamp)
    {
        EndedAt = timestamp;
        _moved.TrySetResult();
    }
}
