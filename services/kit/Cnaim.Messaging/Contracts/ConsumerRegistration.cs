namespace Cnaim.Messaging.Contracts;

/// <summary>A consumer and the message it consumes.</summary>
internal sealed record ConsumerRegistration(Type ConsumerType, Type MessageType);
