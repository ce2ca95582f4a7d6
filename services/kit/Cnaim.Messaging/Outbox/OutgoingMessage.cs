using Cnaim.Messaging.Contracts;

namespace Cnaim.Messaging.Outbox;

/// <summary>A collected message, serialized once.</summary>
internal sealed record OutgoingMessage(Guid MessageId, Guid StreamId, string Audience, MessageType Type, byte[] Body, string? TraceParent);
