using Cnaim.Data;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cnaim.Messaging;

/// <summary>How a service joins the referral network.</summary>
public static class MessagingExtensions
{
    /// <summary>Registers the outbox, the relay, the inbox and their health; calls <c>AddDatabase</c>.</summary>
    /// <param name="builder">The host's builder; reads <c>Broker__Url</c> and <c>Protection__Key</c>.</param>
    /// <param name="service">The service's code, for example <c>health</c>.</param>
    public static IHostApplicationBuilder AddMessaging(this IHostApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddDatabase();
        builder.Services.AddSingleton(new MigrationSource(typeof(MessagingExtensions).Assembly));
        builder.Services.AddScoped<OfficeTransaction>();
        return builder;
    }

    /// <summary>Registers a consumer on the service's queue.</summary>
    /// <typeparam name="TConsumer">The consumer.</typeparam>
    /// <typeparam name="TDefinition">Its definition.</typeparam>
    /// <param name="services">The service's registrations.</param>
    public static IServiceCollection RegisterConsumer<TConsumer, TDefinition>(this IServiceCollection services)
        where TConsumer : class, IConsumer
        where TDefinition : class, IConsumerDefinition<TConsumer> => services;

    /// <summary>Refuses a request without an <c>Idempotency-Key</c>; for POSTs that create.</summary>
    /// <param name="builder">The endpoint.</param>
    public static RouteHandlerBuilder RequireIdempotencyKey(this RouteHandlerBuilder builder) => builder;

    /// <summary>Honours an <c>Idempotency-Key</c> when there is one; for actions.</summary>
    /// <param name="builder">The endpoint.</param>
    public static RouteHandlerBuilder AcceptIdempotencyKey(this RouteHandlerBuilder builder) => builder;

    /// <summary>Maps the operator's verbs under <c>/operator</c>, for administrators only.</summary>
    /// <param name="app">The application.</param>
    public static RouteGroupBuilder MapMessagingOperator(this IEndpointRouteBuilder app) => app.MapGroup("/operator");
}
