using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Mediation.Demand;

/// <summary>Unmet demand by language: a centre's own for who works there, all for the national manager.</summary>
internal static class DemandEndpoints
{
    private const int LongestPeriod = 366;
    private const int UsualPeriod = 30;

    public static IServiceCollection AddDemand(this IServiceCollection services)
    {
        services.TryAddScoped<DemandStore>();
        return services;
    }

    public static RouteGroupBuilder MapDemand(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/language-demand").WithTags("Language demand").RequireRight(Right.LanguageDemandRead);
        group.MapGet("", Read).WithName("LanguageDemand_Read").WithSummary("How often nobody was found, by language, centre and outcome; whole days, small counts hidden");
        return group;
    }

    private static async Task<Results<Ok<DemandTable>, ProblemHttpResult>> Read(
        string? centre, DateOnly? from, DateOnly? to, Actor actor, RightsPolicy rights, DemandStore demand, CentreZones zones, TimeProvider clock, CancellationToken cancellationToken)
    {
        var isNational = rights.ScopeOf(actor, Right.LanguageDemandRead) is RightScope.Aggregate;
        if (!isNational && centre is not null && !string.Equals(centre, actor.Centre, StringComparison.Ordinal))
        {
            return MediationRefusals.OtherCentre.ToProblem();
        }

        var zone = zones.Of(centre ?? actor.Centre);
        var last = to ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var first = from ?? (last.Year > 2000 ? last.AddDays(-UsualPeriod) : last);
        if (first > last || last.DayNumber - first.DayNumber > LongestPeriod || first.Year < 2000 || last.Year > 9000)
        {
            return MediationRefusals.UnknownPeriod.ToProblem();
        }

        var (start, end) = (LocalTime.ToInstant(first, TimeOnly.MinValue, zone), LocalTime.ToInstant(last.AddDays(1), TimeOnly.MinValue, zone));
        var cells = await demand.ReadAsync(isNational ? centre : actor.Centre, start, end, cancellationToken);
        return TypedResults.Ok(DemandTable.Of(first, last, cells));
    }
}

/// <summary>Unmet demand in a period of whole days.</summary>
internal sealed record DemandTable(DateOnly From, DateOnly To, IReadOnlyList<ShownCell> Cells, IReadOnlyList<ShownSum> Languages, IReadOnlyList<ShownSum> Outcomes, ShownCount Total)
{
    public static DemandTable Of(DateOnly from, DateOnly to, IReadOnlyList<DemandCell> cells) => new(
        from,
        to,
        [.. cells.Select(cell => new ShownCell(cell.Language, cell.Centre, cell.Outcome, SmallCells.Of(cell.Count)))],
        [.. cells.GroupBy(cell => cell.Language, StringComparer.Ordinal).Select(group => new ShownSum(group.Key, null, SmallCells.Sum([.. group])))],
        [.. cells.GroupBy(cell => cell.Outcome, StringComparer.Ordinal).Select(group => new ShownSum(null, group.Key, SmallCells.Sum([.. group])))],
        SmallCells.Sum([.. cells]));
}
