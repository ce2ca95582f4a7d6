using MassTransit;

namespace Cnaim.Messaging.Inbox;

/// <summary>Moves what failed after its retries to <c>{service}_error</c>; a service that stops gives it back to the broker instead.</summary>
internal sealed class ErrorFilter(MessagingService service, FailedMessages failed) : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (context.Exception is OperationCanceledException)
        {
            throw context.Exception;
        }

        // The type's name is a code; the text may hold anything.
        var reason = context.Exception.GetBaseException().GetType().Name;
        await MovedMessages.MoveAsync(context, service.ErrorQueue, reason);
        await failed.RememberAsync(context, "error", reason);
        await context.NotifyFaulted(context.Exception);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("officeError");
}
