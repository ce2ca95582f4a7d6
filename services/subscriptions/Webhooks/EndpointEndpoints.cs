using Cnaim.Data.Protection;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Cnaim.Subscriptions.DeliveryLog;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Subscriptions.Webhooks;

/// <summary>A partner's own endpoints; another's answers as one that does not exist.</summary>
internal static class EndpointEndpoints
{
    private const int PageSize = 50;

    public static IServiceCollection AddEndpoints(this IServiceCollection services)
    {
        services.AddProtectedField(new ProtectedField("endpoint.secret", EndpointSql.StaleSecrets, EndpointSql.ReplaceSecret, Guid.Parse));
        services.AddProtectedField(new ProtectedField("endpoint.previous_secret", EndpointSql.StalePrevious, EndpointSql.ReplacePrevious, Guid.Parse));
        services.Configure<OpenApiOptions>("v1", options => options.AddDocumentTransformer<DescribeWebhooks>());
        services.TryAddSingleton<EndpointRules>();
        services.TryAddScoped<EndpointStore>();
        services.TryAddScoped<WriteEndpoint>();
        services.TryAddScoped<MoveEndpoint>();
        services.TryAddScoped<AskEndpoint>();
        services.TryAddScoped<ReadDeliveryLog>();
        services.TryAddScoped<ReplayEvents>();
        services.AddHostedService<FollowClients>();
        return services;
    }

    public static void MapEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/endpoints").WithTags("Endpoints").RequireRight(Right.SubscriptionsOwn);
        group.MapPost("", (EndpointInput input, Actor actor, WriteEndpoint write, CancellationToken cancellationToken) => write.RegisterAsync(input, actor, cancellationToken))
            .WithName("Endpoints_Register").WithSummary("Register an endpoint; its secret is shown this once, and a challenge follows").RequireIdempotencyKey();
        group.MapGet("", List).WithName("Endpoints_List").WithSummary("The partner's endpoints");
        group.MapGet("/{id:guid}", Get).WithName("Endpoints_Get").WithSummary("One endpoint and how it fares").AnswersEntityVersion();
        group.MapPut("/{id:guid}", (Guid id, EndpointInput input, IfMatch ifMatch, HttpResponse response, Actor actor, WriteEndpoint write, CancellationToken cancellationToken) =>
            write.ChangeAsync(id, input, ifMatch, response, actor, cancellationToken)).WithName("Endpoints_Change").WithSummary("Write an endpoint anew; another address is challenged again");
        group.MapDelete("/{id:guid}", (Guid id, IfMatch ifMatch, HttpResponse response, Actor actor, WriteEndpoint write, CancellationToken cancellationToken) =>
                write.RemoveAsync(id, ifMatch, response, actor, cancellationToken))
            .WithName("Endpoints_Remove").WithSummary("Remove an endpoint; what it was owed is withheld");
        MapActions(group);
        group.MapGet("/{id:guid}/attempts", (Guid id, Guid? after, string? webhookId, string? kind, string? outcome, Actor actor, ReadDeliveryLog log, CancellationToken cancellationToken) =>
            log.AttemptsAsync(id, after, new AttemptFilter(webhookId, kind, outcome), actor, cancellationToken)).WithName("Endpoints_Attempts").WithSummary("What was sent and what came back, newest first, 30 days");
        group.MapGet("/{id:guid}/attempts/{attemptId:guid}", (Guid id, Guid attemptId, Actor actor, ReadDeliveryLog log, CancellationToken cancellationToken) =>
            log.AttemptAsync(id, attemptId, actor, cancellationToken)).WithName("Endpoints_Attempt").WithSummary("One request and what came back");
        group.MapGet("/{id:guid}/deliveries", (Guid id, long? after, string? state, Actor actor, ReadDeliveryLog log, CancellationToken cancellationToken) =>
            log.DeliveriesAsync(id, after, state, actor, cancellationToken)).WithName("Endpoints_Deliveries").WithSummary("What it is or was owed, newest first, 30 days");
    }

    private static void MapActions(RouteGroupBuilder group)
    {
        group.MapPost("/{id:guid}/verify", (Guid id, Actor actor, AskEndpoint ask, CancellationToken cancellationToken) => ask.VerifyAsync(id, actor, cancellationToken))
            .WithName("Endpoints_Verify").WithSummary("Send the challenge now").AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/test", (Guid id, Actor actor, AskEndpoint ask, CancellationToken cancellationToken) => ask.TestAsync(id, actor, cancellationToken))
            .WithName("Endpoints_Test").WithSummary("Send a test event now, and show what came back").AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/pause", (Guid id, IfMatch ifMatch, HttpResponse response, Actor actor, MoveEndpoint move, CancellationToken cancellationToken) =>
                move.PauseAsync(id, ifMatch, response, actor, cancellationToken))
            .WithName("Endpoints_Pause").WithSummary("Send nothing for now; what happens meanwhile waits").AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/resume", (Guid id, IfMatch ifMatch, HttpResponse response, Actor actor, MoveEndpoint move, CancellationToken cancellationToken) =>
                move.ResumeAsync(id, ifMatch, response, actor, cancellationToken))
            .WithName("Endpoints_Resume").WithSummary("Go on where it stopped").AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/rotate-secret", (Guid id, int? keepHours, IfMatch ifMatch, HttpResponse response, Actor actor, MoveEndpoint move, CancellationToken cancellationToken) =>
                move.RotateAsync(id, keepHours ?? 24, ifMatch, response, actor, cancellationToken))
            .WithName("Endpoints_RotateSecret").WithSummary("A new secret, shown this once; the former signs too for some hours, 24 unless said").AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/replay", (Guid id, ReplayInput input, Actor actor, ReplayEvents replay, CancellationToken cancellationToken) => replay.RunAsync(id, input, actor, cancellationToken))
            .WithName("Endpoints_Replay").WithSummary("Send events again with their old ids, by id or since a time").AcceptIdempotencyKey();
    }

    private static async Task<Ok<Page<EndpointView>>> List(Guid? after, Actor actor, EndpointStore endpoints, CancellationToken cancellationToken) =>
        TypedResults.Ok(Page<EndpointView>.Cut(await endpoints.ListAsync(actor.PartnerClient, after, PageSize + 1, cancellationToken), PageSize, EndpointView.Of, endpoint => endpoint.EndpointId.ToString()));

    private static async Task<Results<Ok<EndpointView>, ProblemHttpResult>> Get(
        Guid id, Actor actor, HttpResponse response, EndpointStore endpoints, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        var endpoint = await endpoints.FindAsync(id, actor.PartnerClient, cancellationToken);
        transaction.Audit(EndpointAudit.Entry(endpoint is null ? "endpoint.read-denied" : "endpoint.read", id, actor));
        await transaction.CommitAsync(cancellationToken);
        if (endpoint is null)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        response.SetEntityVersion(endpoint.Version);
        return TypedResults.Ok(EndpointView.Of(endpoint));
    }
}
