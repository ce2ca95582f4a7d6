namespace Cnaim.Messaging.Inbox;

/// <summary>A message without readable CloudEvents headers; it goes to <c>{service}_error</c> at once.</summary>
internal sealed class UnreadableMessageException() : Exception("The message has no readable CloudEvents headers.");
