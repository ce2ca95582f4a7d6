using System.Net.Security;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Broker;

/// <summary>MassTransit as this platform uses it (reliability.md section 1.7).</summary>
internal static class BusRegistration
{
    public static void AddBus(this IServiceCollection services)
    {
        services.AddMassTransit(registration =>
        {
            // Nothing of a service is reported to anybody outside the network.
            registration.DisableUsageTelemetry();
            // Ready means database and schema; whether the broker is there, flow says.
            registration.ConfigureHealthCheckOptions(health => health.Tags.Add("masstransit"));
            registration.UsingRabbitMq(Configure);
        });
        // MassTransit logs exceptions with their texts, which may hold anything; the kit says by codes what failed and what is broken.
        services.AddLogging(logging => logging.AddFilter("MassTransit", LogLevel.None));
        services.Configure<MassTransitHostOptions>(host =>
        {
            // HTTP serves without the broker.
            host.WaitUntilStarted = false;
            host.StopTimeout = TimeSpan.FromSeconds(8);
        });
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator bus)
    {
        var (options, service) = (context.GetRequiredService<MessagingOptions>(), context.GetRequiredService<MessagingService>());
        bus.Host(options.BrokerUrl.Host, (ushort)options.Port, options.VirtualHost, service.Code, host =>
        {
            host.Username(options.User);
            host.Password(options.Password);
            host.Heartbeat(TimeSpan.FromSeconds(10));
            host.PublisherConfirmation = true;
            if (options.IsEncrypted)
            {
                host.UseSsl(ssl =>
                {
                    ssl.ServerName = options.BrokerUrl.Host;
                    ssl.EnforcePolicyErrors(SslPolicyErrors.RemoteCertificateChainErrors); // which the library accepts by itself
                });
            }
        });
        bus.ReceiveEndpoint(service.Code, endpoint => OfficeEndpoint.Configure(endpoint, context));
        bus.ReceiveEndpoint(service.DeadQueue, endpoint => OfficeEndpoint.ConfigureDead(endpoint, context));
    }
}
