using MassTransit;

namespace Cnaim.Messaging.Inbox;

/// <summary>A message that waits in a lane; its consumer is released when the transaction has committed.</summary>
internal sealed class Delivery(InboundMessage message, Verdict verdict, string sender, StoredEnvelope envelope, ConsumeContext context, IPipe<ConsumeContext> handler)
{
    private readonly TaskCompletionSource _applied = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExecutionContext? _execution = ExecutionContext.Capture();

    public InboundMessage Message { get; } = message;

    public Verdict Verdict { get; } = verdict;

    public string Sender { get; } = sender;

    public StoredEnvelope Envelope { get; } = envelope;

    public Task Applied => _applied.Task;

    /// <summary>True once a handler ran, so MassTransit knows it already.</summary>
    public bool IsHandled { get; private set; }

    public void Release() => _applied.TrySetResult();

    public void Fail(Exception exception) => _applied.TrySetException(exception);

    /// <summary>Runs the consumer inside the lane's transaction, under the delivery's own trace.</summary>
    public async Task HandleAsync(InboxWrite write)
    {
        IsHandled = true;
        context.AddOrUpdatePayload(() => write, _ => write);
        context.AddOrUpdatePayload(() => new VerifiedSender(Sender), current => current);
        Task? handling = null;
        ExecutionContext.Run(_execution!, _ => handling = handler.Send(context), null);
        await handling!;
    }
}
