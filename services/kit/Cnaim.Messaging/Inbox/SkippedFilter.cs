using MassTransit;

namespace Cnaim.Messaging.Inbox;

/// <summary>Moves what nobody consumes to <c>{service}_skipped</c>.</summary>
internal sealed class SkippedFilter(MessagingService service, FailedMessages failed) : IFilter<ReceiveContext>
{
    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        await MovedMessages.MoveAsync(context, service.SkippedQueue, "unknown-type");
        await failed.RememberAsync(context, "skipped", "unknown-type");
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("officeSkipped");
}
