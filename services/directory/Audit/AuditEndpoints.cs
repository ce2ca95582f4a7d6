using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.Audit;

/// <summary>Keeps the heads of the services' audit chains, each given by its own service, and one root over all.</summary>
internal static partial class AuditEndpoints
{
    public static IServiceCollection AddAuditHeads(this IServiceCollection services)
    {
        services.TryAddSingleton<AuditHeadStore>();
        services.AddHostedService<AuditRootTimer>();
        return services;
    }

    public static RouteGroupBuilder MapAuditHeads(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/audit").WithTags("Audit").RequireRight(Right.AuditRead);
        group.MapPut("/heads/{sealNo:long:min(1)}", Keep).WithName("AuditHeads_Keep").WithSummary("Give the head of the calling service's audit chain to be kept")
            .RequireRight(Right.AuditKeep).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("/services/{service}/heads", List).WithName("AuditHeads_List").WithSummary("The kept heads of a service, newest first, at most 500");
        group.MapPost("/roots", Take).WithName("AuditRoots_Take").WithSummary("Take a root now; the last one where no head has changed")
            .RequireRight(Right.AuditRoot).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/roots/latest", Latest).WithName("AuditRoots_Latest").WithSummary("The last root, and what it covers").RequireRight(Right.DirectoryRead)
            .ProducesProblem(StatusCodes.Status404NotFound);
        return group;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Keep(
        long sealNo, OfferedHead body, Actor actor, AuditHeadStore heads, ILogger<AuditHeadStore> logger, CancellationToken cancellationToken)
    {
        if (!AuditHeadRules.IsHead(body.Head))
        {
            return CommonRefusals.MalformedRequest.ToProblem();
        }

        if (await heads.KeepAsync(actor.Office, sealNo, body.Head, cancellationToken) is not HeadVerdict.Refuse)
        {
            return TypedResults.NoContent();
        }

        Log.Behind(logger, actor.Office, sealNo);
        return DirectoryRefusals.AuditHeadBehind.ToProblem();
    }

    private static async Task<Ok<IReadOnlyList<AuditHead>>> List(string service, AuditHeadStore heads, CancellationToken cancellationToken) =>
        TypedResults.Ok(await heads.ListAsync(service, cancellationToken));

    private static async Task<Results<Ok<KeptRoot>, ProblemHttpResult>> Take(AuditHeadStore heads, CancellationToken cancellationToken) =>
        await heads.TakeRootAsync(isAsked: true, cancellationToken) is { } root ? TypedResults.Ok(root) : CommonRefusals.NotFound.ToProblem();

    private static async Task<Results<Ok<KeptRoot>, ProblemHttpResult>> Latest(AuditHeadStore heads, CancellationToken cancellationToken) =>
        await heads.LastRootAsync(cancellationToken) is { } root ? TypedResults.Ok(root) : CommonRefusals.NotFound.ToProblem();

    private static partial class Log
    {
        [LoggerMessage(EventId = 2202, Level = LogLevel.Error, Message = "The audit trail of {Service} ends at seal {SealNo}, before what was kept, or differs from it: rows are gone or were written anew")]
        public static partial void Behind(ILogger logger, string service, long sealNo);
    }
}
