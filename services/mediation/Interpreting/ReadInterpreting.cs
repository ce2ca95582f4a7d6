using Cnaim.Mediation.Bookings;
using Cnaim.Mediation.Mediators;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Mediation.Interpreting;

/// <summary>The telephone translations of a counter.</summary>
internal static class ReadInterpreting
{
    private const int PageSize = 100;

    public static async Task<Results<Ok<Page<InterpretingView>>, ProblemHttpResult>> List(
        DateTimeOffset? from, DateTimeOffset? to, Guid? after, Actor actor, [AsParameters] InterpretingServices services, CancellationToken cancellationToken)
    {
        if (ReadBookings.Period(from, to, services.Clock.GetUtcNow()) is not { } period)
        {
            return MediationRefusals.UnknownPeriod.ToProblem();
        }

        var rows = await services.Requests.ListAsync(period, after, PageSize + 1, actor, cancellationToken);
        return TypedResults.Ok(Page<InterpretingView>.Cut(rows, PageSize, services.View, request => request.RequestId));
    }

    public static async Task<Results<Ok<InterpretingView>, ProblemHttpResult>> Get(
        Guid id, Actor actor, HttpResponse response, [AsParameters] InterpretingServices services, CancellationToken cancellationToken)
    {
        if (await services.Requests.FindAsync(id, actor, cancellationToken) is not { } request)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        response.SetEntityVersion(request.Version);
        return TypedResults.Ok(services.View(request));
    }
}
