using Cnaim.Messaging.Contracts;
using Cnaim.Messaging.Topology;

namespace Cnaim.Messaging.Inbox;

/// <summary>Which messages this service accepts: known type, verified sender with the right to send it here, a believable day.</summary>
internal sealed class InboxRules(MessagingService service, TopologyManifest manifest, MessageCatalog catalog, IEnumerable<ConsumerRegistration> consumers, TimeProvider clock)
{
    private const int DaysKept = 30;
    private const int DaysAhead = 2;
    private readonly HashSet<string> _handled = consumers.Select(consumer => MessageType.Of(consumer.MessageType).EventType).ToHashSet(StringComparer.Ordinal);

    /// <summary>True when the inbox row of this day is gone already, so only versions protect.</summary>
    public bool IsOld(DateOnly eventDay) => eventDay < Today.AddDays(-DaysKept);

    /// <summary>Whether a consumer of this service takes this type.</summary>
    public bool IsHandled(string? eventType) => eventType is not null && _handled.Contains(eventType);

    /// <param name="message">From the headers.</param>
    /// <param name="verifiedSender">The broker user that the broker verified; null when there is none.</param>
    /// <param name="urns">The types that the envelope names.</param>
    /// <param name="hasReplyAddress">Whether the envelope asks for faults or responses; MassTransit would send wherever it says.</param>
    /// <param name="replaced">The type that a void event replaces; null for every other event.</param>
    public Verdict Judge(InboundMessage message, string? verifiedSender, IEnumerable<string> urns, bool hasReplyAddress, string? replaced)
    {
        var isVoid = message.EventType is StreamVoid.EventType;
        var eventType = isVoid ? replaced ?? "" : message.EventType;
        var known = catalog.Find(eventType);
        if (known is null && !catalog.IsUnknownMajor(eventType))
        {
            return new Verdict(VerdictKind.Skip);
        }

        var urn = isVoid ? StreamVoid.Urn : known?.Urn;
        if (hasReplyAddress || !IsSenderAllowed(message, eventType, verifiedSender) || (urn is not null && !urns.SequenceEqual([urn], StringComparer.Ordinal)))
        {
            return Verdict.Park(ParkReason.BadSender);
        }

        return this switch
        {
            _ when message.EventDay > Today.AddDays(DaysAhead) => Verdict.Park(ParkReason.BadDay),
            _ when known is null => Verdict.Park(ParkReason.UnknownMajor),
            _ when isVoid => new Verdict(VerdictKind.Advance),
            _ when _handled.Contains(eventType) => new Verdict(VerdictKind.Handle),
            _ => new Verdict(known.Command is null ? VerdictKind.Advance : VerdictKind.Skip),
        };
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private bool IsSenderAllowed(InboundMessage message, string eventType, string? sender)
    {
        if (sender is null || !string.Equals(sender, message.Stream.Source, StringComparison.Ordinal))
        {
            return false;
        }

        return WireType.Parse(eventType)?.Command is { } command
            ? message.Stream.Audience.Equals(service.Code, StringComparison.Ordinal) && manifest.MaySend(sender, command, service.Code)
            : message.Stream.Audience is Messaging.Audience.All && manifest.MayPublish(sender, eventType) && manifest.MayRead(service.Code, eventType);
    }
}
