using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Cnaim.Identity.Staff;

/// <summary>What colleagues of the caller's centre are called: by their subjects, since other services know no names. A POST, since a list of subjects has no place in an address.</summary>
internal static class StaffNames
{
    private const int Most = 200;

    public static RouteHandlerBuilder MapStaffNames(this IEndpointRouteBuilder routes) => routes.MapPost("/v1/staff/names", Handle)
        .WithName("StaffNames_Read").WithSummary("What colleagues with work at the caller's centre are called").WithTags("Staff").RequireRight(Right.StaffNames);

    private static async Task<Ok<StaffNameList>> Handle(StaffSubjects request, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<StaffName>(
            new CommandDefinition(AssignmentSql.Names, new { subjects = request.Subjects.Take(Most).ToArray(), centre = actor.Centre }, cancellationToken: cancellationToken));
        return TypedResults.Ok(new StaffNameList([.. found]));
    }
}

/// <summary>Whose names are asked for: the first 200.</summary>
internal sealed record StaffSubjects
{
    public required IReadOnlyList<string> Subjects { get; init; }
}

/// <summary>Only who has work at the caller's centre now; who has not is left out like one who is not there.</summary>
internal sealed record StaffNameList(IReadOnlyList<StaffName> Items);

/// <summary>A member of staff as colleagues know them.</summary>
internal sealed record StaffName
{
    public string Subject { get; init; } = "";

    public string Name { get; init; } = "";
}
