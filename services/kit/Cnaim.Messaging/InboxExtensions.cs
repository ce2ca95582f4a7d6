using Cnaim.Messaging.Inbox;
using MassTransit;
using MassTransit.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging;

/// <summary>Puts the inbox before the consumers of an endpoint.</summary>
internal static class InboxExtensions
{
    /// <summary>The inbox, its retries, then the consumers; what fails in the end goes to the service's own error and skipped queues.</summary>
    public static void UseOfficeInbox(this IReceiveEndpointConfigurator endpoint, IBusRegistrationContext context)
    {
        endpoint.ConfigureError(pipe => pipe.UseFilter(ActivatorUtilities.CreateInstance<ErrorFilter>(context)));
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(ActivatorUtilities.CreateInstance<SkippedFilter>(context)));
        // Before the message types part: an ordinary filter never sees a type without a consumer, such as a void event, an unknown major or an event nobody here handles.
        endpoint.AddPrePipeSpecification(new FilterPipeSpecification<ConsumeContext>(ActivatorUtilities.CreateInstance<InboxFilter>(context)));
    }
}
