using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cnaim.Subscriptions.Queues;

/// <summary>A large agency's own queue at the broker (ADR 0103).</summary>
internal static class QueueEndpoints
{
    public static IServiceCollection AddQueues(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<QueueOptions>, QueueOptionsCheck>();
        services.AddOptions<QueueOptions>().BindConfiguration("Queues").ValidateOnStart();
        services.TryAddSingleton<BrokerPlace>();
        services.TryAddSingleton<BrokerManagement>();
        services.TryAddSingleton<SendToQueue>();
        services.TryAddSingleton<QueueGrants>();
        services.TryAddSingleton<QueueSignal>();
        services.TryAddScoped<ManageQueue>();
        services.TryAddSingleton<ListQueues>();
        services.AddHttpClient(BrokerManagement.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(10)).RemoveAllLoggers();
        var identity = configuration["Services:identity:Http"] ?? throw new InvalidOperationException("Set Services__identity__Http to the address of that service.");
        services.AddHttpClient(QueueGrants.HttpClientName, client => client.BaseAddress = new Uri(identity)).AddServiceToken("identity");
        services.AddHostedService<KeepQueues>();
        return services;
    }

    public static void MapQueues(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/queue").WithTags("Queue").RequireRight(Right.SubscriptionsOwn);
        group.MapGet("", (HttpResponse response, Actor actor, ManageQueue queue, CancellationToken cancellationToken) => queue.GetAsync(response, actor, cancellationToken))
            .WithName("Queue_Get").WithSummary("The partner's own queue, and how to connect to it").AnswersEntityVersion().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPut("", (QueueInput input, HttpResponse response, Actor actor, ManageQueue queue, CancellationToken cancellationToken) => queue.OpenAsync(input, response, actor, cancellationToken))
            .WithName("Queue_Open").WithSummary("Open the queue that the agreement gives, or write its event types anew; it is there within seconds").AnswersEntityVersion()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapDelete("", (IfMatch ifMatch, HttpResponse response, Actor actor, ManageQueue queue, CancellationToken cancellationToken) => queue.CloseAsync(ifMatch, response, actor, cancellationToken))
            .WithName("Queue_Close").WithSummary("Close the queue: it goes with what lies in it, and its connections end");
        routes.MapGet("/queues", async (string? after, ListQueues list, CancellationToken cancellationToken) => TypedResults.Ok(await list.RunAsync(after, cancellationToken)))
            .WithName("Queues_List").WithSummary("All partners' queues: what waits, what lies unread, who is connected").WithTags("Queue").RequireRight(Right.AgreementsRead);
    }
}
