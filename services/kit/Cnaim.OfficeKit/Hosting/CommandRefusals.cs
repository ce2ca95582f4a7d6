using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using MassTransit;

namespace Cnaim.OfficeKit;

/// <summary>How a consumer answers a command that it understands and may not or cannot follow.</summary>
public static class CommandRefusals
{
    /// <summary>Tells the verified sender that its command is not followed; the command is done with, and is not tried again.</summary>
    /// <param name="transaction">The consumer's transaction.</param>
    /// <param name="context">The consumer's context.</param>
    /// <param name="streamId">The stream of the command.</param>
    /// <param name="code">A problem code of the service, for example <c>not-found</c>.</param>
    /// <param name="now">When it is refused (UTC).</param>
    public static ValueTask RefuseAsync(this OfficeTransaction transaction, ConsumeContext context, Guid streamId, string code, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(context);
        var refused = new CommandRefused
        {
            CommandId = context.MessageId ?? Guid.Empty,
            StreamId = streamId,
            Code = code,
            RefusedAt = now,
        };
        return transaction.EnqueueAsync(streamId, Audience.SenderOf(context), refused, context.CancellationToken);
    }
}
