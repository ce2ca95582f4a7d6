using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Health.HealthCentres;

internal static class HealthCentreEndpoints
{
    public static IServiceCollection AddHealthCentres(this IServiceCollection services) => services.AddSingleton(_ => HealthCentreAllocation.Embedded());

    public static RouteGroupBuilder MapHealthCentres(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Health centres").RequireRight(Right.OfficeRead);
        group.MapGet("/{municipality}", Get).WithName("HealthCentres_Get").WithSummary("The health centre of a municipality")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return group;
    }

    private static Results<Ok<HealthCentre>, ProblemHttpResult> Get(string municipality, HealthCentreAllocation allocation) =>
        allocation.Of(municipality) is { } centre ? TypedResults.Ok(centre) : HealthRefusals.MunicipalityUnknown.ToProblem();
}
