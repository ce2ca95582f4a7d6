using System.Globalization;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Cnaim.Subscriptions.Feed;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Subscriptions.Inboxes;

/// <summary>The events of a partner without a system: what has been read is kept here, once for the partner (ADR 0111).</summary>
internal static class InboxEndpoints
{
    public static IServiceCollection AddInboxes(this IServiceCollection services)
    {
        services.TryAddSingleton<InboxStore>();
        return services;
    }

    public static void MapInbox(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/inbox").WithTags("Inbox").RequireRight(Right.SubscriptionsOwn);
        group.MapGet("", Get).WithName("Inbox_Get").WithSummary("How far the partner has read, and how much waits; the events are those of /events").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/read", Read).WithName("Inbox_Read").WithSummary("Everything up to a cursor is read").AcceptIdempotencyKey();
        group.MapPost("/mail", WantMail).WithName("Inbox_Mail").WithSummary("Whether the focal point is written to about new events").AcceptIdempotencyKey();
    }

    private static async Task<Results<Ok<Inbox>, ProblemHttpResult>> Get(Actor actor, FeedStore feed, InboxStore inboxes, CancellationToken cancellationToken) =>
        await feed.AgreementAsync(actor.PartnerClient, cancellationToken) is null
            ? SubscriptionsRefusals.NoAgreement.ToProblem()
            : TypedResults.Ok(await inboxes.FindAsync(actor.PartnerClient, cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> Read(ReadMark mark, Actor actor, FeedStore feed, OfficeTransaction transaction, CancellationToken cancellationToken) =>
        !long.TryParse(mark.Until, NumberStyles.None, CultureInfo.InvariantCulture, out var until) || until > await feed.NewestAsync(cancellationToken)
            ? SubscriptionsRefusals.InvalidCursor.ToProblem()
            : await WriteAsync(InboxSql.Read, new { clientId = actor.PartnerClient, until }, "inbox.read", actor, feed, transaction, cancellationToken);

    private static Task<Results<NoContent, ProblemHttpResult>> WantMail(MailWish wish, Actor actor, FeedStore feed, OfficeTransaction transaction, CancellationToken cancellationToken) =>
        WriteAsync(InboxSql.WantMail, new { clientId = actor.PartnerClient, wanted = wish.Wanted }, wish.Wanted ? "inbox.mail-wanted" : "inbox.mail-not-wanted", actor, feed, transaction, cancellationToken);

    private static async Task<Results<NoContent, ProblemHttpResult>> WriteAsync(
        string sql, object parameters, string action, Actor actor, FeedStore feed, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        if (await feed.AgreementAsync(actor.PartnerClient, cancellationToken) is null)
        {
            return SubscriptionsRefusals.NoAgreement.ToProblem();
        }

        await transaction.BeginAsync(cancellationToken);
        await transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
        transaction.Audit(new AuditEntry { Action = action, RecordKind = "agreement", RecordId = actor.PartnerClient, Actor = actor });
        return await transaction.CommitAsync(TypedResults.NoContent(), cancellationToken);
    }
}
