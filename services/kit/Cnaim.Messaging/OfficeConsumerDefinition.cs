using MassTransit;

namespace Cnaim.Messaging;

/// <summary>
/// Puts a consumer on its service's one queue, behind the inbox: prefetch and concurrency 64, retries after 100, 500 and 2,000 ms, then
/// <c>{service}_error</c>; all of it is set once for the queue (reliability.md section 1.7), so a definition is usually empty.
/// </summary>
/// <typeparam name="TConsumer">The consumer; it writes only through <see cref="OfficeTransaction"/> and calls no other service.</typeparam>
/// <typeparam name="TMessage">A command or event of the contracts.</typeparam>
public abstract class OfficeConsumerDefinition<TConsumer, TMessage> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer<TMessage>
    where TMessage : class;
