using Cnaim.Data;
using Cnaim.Messaging.Auditing;
using Cnaim.Messaging.Broker;
using Cnaim.Messaging.Contracts;
using Cnaim.Messaging.Erasure;
using Cnaim.Messaging.Idempotency;
using Cnaim.Messaging.Inbox;
using Cnaim.Messaging.Operator;
using Cnaim.Messaging.Outbox;
using Cnaim.Messaging.Parked;
using Cnaim.Messaging.Reconcile;
using Cnaim.Messaging.Relay;
using Cnaim.Messaging.Retention;
using Cnaim.Messaging.Topology;
using Cnaim.ServiceDefaults;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Protection;
using MassTransit;
using MassTransit.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Cnaim.Messaging;

/// <summary>How a service joins the referral network.</summary>
public static class MessagingExtensions
{
    /// <summary>Registers the outbox, the relay, the inbox and their health; calls <c>AddDatabase</c>.</summary>
    /// <param name="builder">The host's builder; reads <c>Broker__Url</c> and <c>Protection__Key</c>.</param>
    /// <param name="service">The service's code in the topology manifest, for example <c>health</c>.</param>
    public static IHostApplicationBuilder AddMessaging(this IHostApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var manifest = TopologyManifest.Load();
        _ = manifest.Find(service) ?? throw new InvalidOperationException($"deploy/rabbitmq/topology.yaml does not name the service '{service}'.");
        builder.AddDatabase();
        var services = builder.Services;
        Faults.Fault.ShiftClock(services);
        services.AddSingleton(new MigrationSource(typeof(MessagingExtensions).Assembly));
        services.AddSingleton(new MessagingService(service));
        services.AddSingleton(manifest);
        services.AddSingleton<MessagingOptions>();
        services.AddSingleton<MessageCatalog>();
        services.AddSingleton<MessagingMetrics>();
        services.AddAuditing(builder.Configuration);
        services.AddScoped<IRecordDenials, DeniedCalls>();
        if (AuditTrailExtensions.HasKeeper(builder.Configuration))
        {
            services.AddSingleton<ErasureKeeper>();
        }

        AddOutbox(services);
        AddInbox(services);
        services.AddBus();
        services.AddSingleton<BusGuard>();
        services.AddSingleton<FlowState>();
        services.AddHostedService<FlowMonitor>();
        services.AddHealthChecks().AddCheck<FlowHealthCheck>("messaging", tags: [HealthTags.Flow]);
        services.AddProblemCodes(typeof(IdempotencyRefusals));
        services.AddProblemCodes(typeof(OperatorRefusals));
        services.AddSingleton<ErrorQueueReader>();
        services.AddScoped<OperatorStore>();
        services.AddScoped<EraseAnswers>();
        services.AddScoped(CreateErasure);
        services.AddSingleton(RetentionRules.Of(service));
        services.AddScoped<RetentionJob>();
        services.AddSingleton<RetentionRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionRunner>());
        return builder;
    }

    /// <summary>Registers a consumer on the service's queue.</summary>
    /// <typeparam name="TConsumer">The consumer; it implements one <c>IConsumer&lt;TMessage&gt;</c>.</typeparam>
    /// <typeparam name="TDefinition">Its definition.</typeparam>
    /// <param name="services">The service's registrations.</param>
    public static IServiceCollection RegisterConsumer<TConsumer, TDefinition>(this IServiceCollection services)
        where TConsumer : class, IConsumer
        where TDefinition : class, IConsumerDefinition<TConsumer>
    {
        var message = typeof(TConsumer).GetInterfaces().Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>)).GetGenericArguments()[0];
        services.AddSingleton(new ConsumerRegistration(typeof(TConsumer), message));
        MassTransit.Configuration.DependencyInjectionConsumerRegistrationExtensions.RegisterConsumer<TConsumer, TDefinition>(services);
        return services;
    }

    private static void AddOutbox(IServiceCollection services)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<MessageWriter>();
        services.AddSingleton<WriteSessionFactory>();
        services.TryAddSingleton<FieldProtection>();
        services.AddSingleton<AnswerCipher>();
        services.AddScoped<IdempotentRequest>();
        services.AddScoped(CreateTransaction);
        services.AddSingleton<BrokerProbe>();
        services.AddSingleton<BrokerGate>();
        services.AddSingleton<MessagePublisher>();
        services.AddSingleton<AudiencePauses>();
        services.AddSingleton<RelayStatus>();
        services.AddSingleton<RelayLease>();
        services.AddSingleton<RelayPass>();
        services.AddHostedService<RelayService>();
    }

    // Before the bus, so that it stops after the bus and finishes what was delivered.
    private static void AddInbox(IServiceCollection services)
    {
        services.AddSingleton<InboxRules>();
        services.AddSingleton<InboxStore>();
        services.AddSingleton<InboxPartitions>();
        services.AddSingleton<InboxApplier>();
        services.AddSingleton<ParkedSignal>();
        services.AddSingleton<StoredDispatcher>();
        services.AddSingleton<FailedMessages>();
        services.AddSingleton<InboxLanes>();
        services.AddHostedService(provider => provider.GetRequiredService<InboxLanes>());
        services.AddSingleton<ParkedApplier>();
        services.AddSingleton<GapAsker>();
        services.AddHostedService<ParkedRunner>();
        services.RegisterConsumer<ReplayStreamConsumer, ReplayStreamConsumerDefinition>();
        services.AddSingleton<Reconciler>();
        services.AddHostedService<ReconcileRunner>();
        services.RegisterConsumer<ReconcileStreamsConsumer, ReconcileStreamsConsumerDefinition>();
    }

    private static EraseMessages CreateErasure(IServiceProvider provider) => new(
        provider.GetRequiredService<OfficeTransaction>(),
        provider.GetRequiredService<ErrorQueueReader>(),
        provider.GetRequiredService<EraseAnswers>(),
        provider.GetRequiredService<MessagingService>());

    private static OfficeTransaction CreateTransaction(IServiceProvider provider)
    {
        var (messages, request) = (provider.GetRequiredService<MessageWriter>(), provider.GetRequiredService<IdempotentRequest>());
        return provider.GetRequiredService<ScopedConsumeContextProvider>() is { HasContext: true } consumer
            ? new OfficeTransaction(consumer.GetContext().GetPayload<InboxWrite>().Session, messages, request, belongsToInbox: true)
            : new OfficeTransaction(provider.GetRequiredService<WriteSessionFactory>().Create(), messages, request, belongsToInbox: false);
    }
}
