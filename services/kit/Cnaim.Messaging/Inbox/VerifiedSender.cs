using MassTransit;

namespace Cnaim.Messaging.Inbox;

/// <summary>The service that the broker verified as sender of the message being applied; the inbox puts it into the context.</summary>
internal sealed record VerifiedSender(string Code)
{
    public static string? Of(ConsumeContext context) => context.TryGetPayload<VerifiedSender>(out var sender) ? sender.Code : null;
}
