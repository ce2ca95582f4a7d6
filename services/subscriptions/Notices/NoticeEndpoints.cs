using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Cnaim.Subscriptions.Notices;

internal static class NoticeEndpoints
{
    private const int PageSize = 50;

    public static void MapNotices(this IEndpointRouteBuilder routes) => routes.MapGroup("/notices").WithTags("Notices").RequireRight(Right.SubscriptionsOwn)
        .MapGet("", List).WithName("Notices_List").WithSummary("What the partner's focal point is told, newest first: endpoints that fail or were not verified, deliveries older than what is kept");

    private static async Task<Ok<Page<Notice>>> List(Guid? after, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Notice>(new CommandDefinition(NoticeSql.List, new { clientId = actor.PartnerClient, before = after, limit = PageSize + 1 }, cancellationToken: cancellationToken));
        return TypedResults.Ok(Page<Notice>.Cut(rows.AsList(), PageSize, notice => notice, notice => notice.Id.ToString()));
    }
}

/// <summary>Something the partner should do something about.</summary>
internal sealed record Notice
{
    public Guid Id { get; init; }

    public Guid? EndpointId { get; init; }

    /// <summary><c>endpoint-error</c>, <c>endpoint-disabled</c>, <c>endpoint-unverified</c> (three challenges were not echoed) or <c>deliveries-dropped</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The outcome of the last attempt; of what was dropped, how many.</summary>
    public string? Detail { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
