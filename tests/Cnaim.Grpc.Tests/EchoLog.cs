namespace Cnaim.Grpc.Tests;

/// <summary>What the service saw.</summary>
internal sealed class EchoLog
{
    public DateTime Deadline { get; set; }

    public string? Encoding { get; set; }

    public string? Authorization { get; set; }

    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
