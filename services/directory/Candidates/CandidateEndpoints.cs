using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.Candidates;

internal static class CandidateEndpoints
{
    public static IServiceCollection AddCandidates(this IServiceCollection services)
    {
        services.TryAddSingleton<CandidateStore>();
        return services;
    }

    public static RouteGroupBuilder MapCandidates(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/candidates").WithTags("Candidates");
        group.MapGet("", List).WithName("Candidates_List").WithSummary("Who can take an open referral for somebody in a municipality, nearest first, at most ten");
        return group;
    }

    private static async Task<Results<Ok<ItemList<Candidate>>, ProblemHttpResult>> List(
        string request, string area, string? priority, CandidateStore store, CancellationToken cancellationToken)
    {
        if (priority is not (null or "routine" or "urgent" or "emergency"))
        {
            return DirectoryRefusals.UnknownPriority.ToProblem();
        }

        if (await store.OfficeOfAsync(request, cancellationToken) is not { } office)
        {
            return DirectoryRefusals.UnknownRequest.ToProblem();
        }

        return await store.HasAreaAsync(area, cancellationToken)
            ? TypedResults.Ok(new ItemList<Candidate>(await store.ListAsync(office, area, cancellationToken), Next: null))
            : DirectoryRefusals.UnknownArea.ToProblem();
    }
}
