using MassTransit;

namespace Cnaim.Messaging;

/// <summary>Puts a consumer on its service's queue, behind the inbox, with the limits and retries of every consumer (reliability.md section 1.7).</summary>
/// <typeparam name="TConsumer">The consumer; it writes only through <see cref="OfficeTransaction"/> and calls no other service.</typeparam>
/// <typeparam name="TMessage">A command or event of the contracts.</typeparam>
public abstract class OfficeConsumerDefinition<TConsumer, TMessage> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer<TMessage>
    where TMessage : class;
