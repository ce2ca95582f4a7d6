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
        .MapGet("", List).WithName("Notices_List").WithSummary("What the partner's focal point is told, newest first: endpoints in error or disabled");

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

    /// <summary><c>endpoint-error</c> or <c>endpoint-disabled</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The outcome of the last attempt.</summary>
    public string? Detail { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
