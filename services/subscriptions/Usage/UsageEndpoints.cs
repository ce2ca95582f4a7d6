using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Webhooks;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cnaim.Subscriptions.Usage;

internal static class UsageEndpoints
{
    private const int DaysShown = 7;
    private const int MostCounted = 10_000;

    public static void MapUsage(this IEndpointRouteBuilder routes) => routes.MapGroup("/usage").WithTags("Usage").RequireRight(Right.SubscriptionsOwn)
        .MapGet("", Get).WithName("Usage_Get").WithSummary("What the partner was sent in seven days, what waits, and its limits");

    private static async Task<Ok<UsageView>> Get(Actor actor, NpgsqlDataSource database, IOptions<LimitOptions> limits, TimeProvider clock, CancellationToken cancellationToken)
    {
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-DaysShown);
        var parameters = new { clientId = actor.PartnerClient, since, most = MostCounted };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return TypedResults.Ok(new UsageView
        {
            RequestsPerSecond = limits.Value.RequestsPerSecond,
            MostEndpoints = EndpointRules.Most,
            DaysKept = EventPartitions.DaysKept,
            Endpoints = (await connection.QueryAsync<EndpointUsage>(new CommandDefinition(UsageSql.Endpoints, parameters, cancellationToken: cancellationToken))).AsList(),
            Days = (await connection.QueryAsync<DayUsage>(new CommandDefinition(UsageSql.Days, parameters, cancellationToken: cancellationToken))).AsList(),
        });
    }
}
