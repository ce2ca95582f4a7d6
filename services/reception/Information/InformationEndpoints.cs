using Cnaim.Messaging;
using Cnaim.Reception.Reference;
using Cnaim.Reception.Tickets;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Cnaim.Reception.Information;

/// <summary>A question answered at the information counter: theme and language, nothing else.</summary>
internal static class InformationEndpoints
{
    public static RouteGroupBuilder MapInformation(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Information").RequireRight(Right.TicketsIssue);
        group.MapPost("", Log).WithName("Information_Log").WithSummary("Log a question answered at the counter").RequireIdempotencyKey();
        group.MapGet("/themes", () => TypedResults.Ok(new ThemeList(ReceptionData.Embedded.Themes))).WithName("Information_Themes").WithSummary("The themes");
        return group;
    }

    private static async Task<Results<Created<InformationRequest>, ProblemHttpResult>> Log(
        NewInformationRequest body, Actor actor, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!ReceptionData.Embedded.Themes.Contains(body.Theme, StringComparer.Ordinal))
        {
            return ReceptionRefusals.InvalidField("theme", "There is no such theme.").ToProblem();
        }

        if (!IssueTicket.IsLanguage(body.Language))
        {
            return ReceptionRefusals.InvalidField("language", "Use a code of ISO 639-3.").ToProblem();
        }

        var logged = new InformationRequest(Guid.CreateVersion7(), body.Theme, body.Language, clock.GetUtcNow());
        transaction.Add(
            InformationSql.Insert,
            new NpgsqlParameter<Guid>("id", logged.Id),
            new NpgsqlParameter<string>("centre", actor.Centre),
            new NpgsqlParameter<string>("theme", body.Theme),
            new NpgsqlParameter<string>("language", body.Language),
            new NpgsqlParameter<DateTime>("at", logged.At.UtcDateTime));
        return await transaction.CommitAsync(TypedResults.Created((string?)null, logged), cancellationToken);
    }
}

/// <param name="Theme">An office's code, or <c>other</c>.</param>
/// <param name="Language">ISO 639-3.</param>
internal sealed record NewInformationRequest(string Theme, string Language);

internal sealed record InformationRequest(Guid Id, string Theme, string Language, DateTimeOffset At);

internal sealed record ThemeList(IReadOnlyList<string> Items);
