using System.Globalization;
using Cnaim.Messaging;
using Cnaim.Reception.Closing;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Visits;

internal static class VisitEndpoints
{
    public static RouteGroupBuilder MapVisits(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Visits").RequireRight(Right.QueuesManage);
        group.MapGet("/unserved", Unserved).WithName("Visits_Unserved").WithSummary("Who left on a day without having been served, and why");
        return group;
    }

    private static async Task<Ok<UnservedList>> Unserved(DateOnly day, Actor actor, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var rows = await transaction.Connection.QueryAsync<UnservedRow>(transaction.Command(ClosingSql.Left, new { centre = actor.Centre, day }, cancellationToken));
        return TypedResults.Ok(new UnservedList(day, [.. rows.Select(row => row.ToVisit())]));
    }
}

internal sealed record UnservedList(DateOnly Day, IReadOnlyList<UnservedVisit> Items);

/// <summary>A visit that ended unserved: <c>gave-up</c>, <c>no-show</c>, <c>appointment-later</c> or <c>day-ended</c>.</summary>
internal sealed record UnservedVisit(Guid Id, Guid TicketId, string Number, string Queue, string Language, string Reason, DateTimeOffset ArrivedAt, DateTimeOffset LeftAt);

/// <summary>As stored.</summary>
internal sealed record UnservedRow
{
    public Guid Id { get; init; }

    public Guid TicketId { get; init; }

    public string Letter { get; init; } = "";

    public int Number { get; init; }

    public string Queue { get; init; } = "";

    public string Language { get; init; } = "";

    public string Reason { get; init; } = "";

    public DateTimeOffset ArrivedAt { get; init; }

    public DateTimeOffset LeftAt { get; init; }

    public UnservedVisit ToVisit() => new(Id, TicketId, string.Create(CultureInfo.InvariantCulture, $"{Letter}{Number:D3}"), Queue, Language, Reason, ArrivedAt, LeftAt);
}
