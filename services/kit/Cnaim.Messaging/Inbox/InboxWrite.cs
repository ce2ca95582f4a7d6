using Cnaim.Messaging.Outbox;

namespace Cnaim.Messaging.Inbox;

/// <summary>The inbox's transaction, as the consumer's <see cref="OfficeTransaction"/> finds it in the context.</summary>
internal sealed record InboxWrite(WriteSession Session);
