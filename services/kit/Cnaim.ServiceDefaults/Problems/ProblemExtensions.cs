using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.ServiceDefaults.Problems;

/// <summary>The registry of problem codes of a service.</summary>
public static class ProblemExtensions
{
    /// <summary>Adds the refusals that a static class lists in public static fields or properties.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="list">The class, for example <c>typeof(HealthRefusals)</c>.</param>
    /// <exception cref="InvalidOperationException">The class lists none.</exception>
    public static IServiceCollection AddProblemCodes(this IServiceCollection services, Type list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return services.AddProblemCodes(RefusalReader.Of(list));
    }

    /// <summary>Adds refusals to the registry.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="refusals">The refusals.</param>
    public static IServiceCollection AddProblemCodes(this IServiceCollection services, IEnumerable<Refusal> refusals) =>
        services.AddSingleton(new ProblemSource([.. refusals]));

    internal static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddProblemCodes(typeof(CommonRefusals));
        services.TryAddSingleton(provider => new ProblemCatalogue(provider.GetServices<ProblemSource>()));
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        return services;
    }

    internal static IEndpointRouteBuilder MapProblems(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/problems", (ProblemCatalogue catalogue) => TypedResults.Ok(catalogue.Entries))
            .WithName("Problems_List").WithSummary("Every problem code of this service and how to fix it").WithTags("Problems")
            .AllowAnonymous().DisableRateLimiting();
        return routes;
    }
}
