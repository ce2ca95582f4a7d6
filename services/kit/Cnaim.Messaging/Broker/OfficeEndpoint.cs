using Cnaim.Messaging.Topology;
using Cnaim.Messaging.Parked;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging.Broker;

/// <summary>The service's one queue as the manifest says: MassTransit declares it again with the same arguments.</summary>
internal static class OfficeEndpoint
{
    private const int InFlight = 64;

    public static void Configure(IRabbitMqReceiveEndpointConfigurator endpoint, IBusRegistrationContext context)
    {
        var (service, manifest) = (context.GetRequiredService<MessagingService>(), context.GetRequiredService<TopologyManifest>());
        endpoint.PrefetchCount = InFlight;
        endpoint.ConcurrentMessageLimit = InFlight;
        Declare(endpoint, service, manifest, context.GetRequiredService<MessagingOptions>());
        endpoint.Bind(manifest.CommandsExchange, binding => (binding.ExchangeType, binding.RoutingKey) = ("topic", service.Code));
        foreach (var pattern in manifest.Find(service.Code)?.Reads ?? [])
        {
            endpoint.Bind(manifest.EventsExchange, binding => (binding.ExchangeType, binding.RoutingKey) = ("topic", pattern));
        }

        endpoint.UseOfficeInbox(context);
        endpoint.ConfigureConsumers(context);
    }

    /// <summary>The queue of what the broker gave up delivering; one at a time, so that nothing kills its neighbours.</summary>
    public static void ConfigureDead(IRabbitMqReceiveEndpointConfigurator endpoint, IBusRegistrationContext context)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        endpoint.PrefetchCount = 1;
        endpoint.ConcurrentMessageLimit = 1;
        endpoint.SetQuorumQueue();
        endpoint.ConfigureError(pipe => pipe.UseExecute(failure => throw failure.Exception));
        endpoint.DiscardSkippedMessages();
        endpoint.ConfigureReceive(pipe => pipe.UseFilter(ActivatorUtilities.CreateInstance<DeadLetterFilter>(context)));
    }

    /// <summary>The arguments of the service's own queue; a difference would be a 406 from the broker.</summary>
    public static void Declare(IRabbitMqReceiveEndpointConfigurator endpoint, MessagingService service, TopologyManifest manifest, MessagingOptions options)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        endpoint.Durable = true;
        endpoint.SetQueueArgument("x-max-length-bytes", manifest.MaxLengthBytes);
        endpoint.SetQueueArgument("x-overflow", "reject-publish");
        endpoint.SetQueueArgument("x-dead-letter-exchange", service.DeadQueue);
        if (options.QueueType is "quorum")
        {
            endpoint.SetQuorumQueue();
            endpoint.SetQueueArgument("x-delivery-limit", manifest.DeliveryLimit);
            endpoint.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        }
        else
        {
            endpoint.SetQueueArgument("x-queue-type", "classic");
        }
    }
}
