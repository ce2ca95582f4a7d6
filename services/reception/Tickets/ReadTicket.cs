using System.Globalization;
using Cnaim.Messaging;
using Cnaim.Reception.Visits;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Tickets;

/// <summary>One ticket, and who its visit is of. Only what names a person is audited.</summary>
internal static class ReadTicket
{
    public static async Task<Results<Ok<TicketResource>, ProblemHttpResult>> Get(
        Guid id, Actor actor, HttpResponse response, [AsParameters] TicketServices services, CancellationToken cancellationToken)
    {
        if (await services.Tickets.FindAsync(actor.Centre, id, cancellationToken) is not { } ticket || !await MaySeeAsync(ticket, actor, services, cancellationToken))
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        var person = VisitRules.MayName(actor) ? await services.Tickets.PersonOfAsync(actor.Centre, id, cancellationToken) : null;
        if (person is not null)
        {
            services.Transaction.Audit(Entry("visit.person-read", id, actor));
            await services.Transaction.CommitAsync(cancellationToken);
        }

        response.SetEntityVersion(ticket.Version);
        return TypedResults.Ok(TicketResource.Of(ticket) with { PersonId = person });
    }

    /// <summary>Today's ticket of a number that somebody reads from a slip.</summary>
    public static async Task<Results<Ok<TicketResource>, ProblemHttpResult>> Find(
        string number, Actor actor, HttpResponse response, [AsParameters] TicketServices services, CancellationToken cancellationToken)
    {
        var text = number.Trim().ToUpperInvariant();
        if (text.Length is < 2 or > 7 || !char.IsAsciiLetterUpper(text[0]) || !int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        var ticket = await services.Tickets.FindByNumberAsync(actor.Centre, text[..1], digits, services.Clock.GetUtcNow(), cancellationToken);
        if (ticket is null || !await MaySeeAsync(ticket, actor, services, cancellationToken))
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        response.SetEntityVersion(ticket.Version);
        return TypedResults.Ok(TicketResource.Of(ticket));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Link(
        Guid id, VisitPerson body, Actor actor, [AsParameters] TicketServices services, CancellationToken cancellationToken)
    {
        if (body.PersonId is { } person && !VisitRules.IsReference(person))
        {
            return ReceptionRefusals.InvalidField("personId", "A reference of 26 characters is needed.").ToProblem();
        }

        // A ticket that is hidden and one that is missing take the same way.
        await services.Transaction.BeginAsync(cancellationToken);
        var linked = VisitRules.MayName(actor) ? await services.Tickets.LinkAsync(actor.Centre, id, body.PersonId, cancellationToken) : 0;
        services.Transaction.Audit(Entry(linked == 0 ? "visit.person-denied" : body.PersonId is null ? "visit.person-unlinked" : "visit.person-linked", id, actor));
        await services.Transaction.CommitAsync(cancellationToken);
        return linked == 0 ? ReceptionRefusals.NotFound.ToProblem() : TypedResults.NoContent();
    }

    /// <summary>Staff of another office see the tickets of queues that lead to their office, and no others.</summary>
    private static async Task<bool> MaySeeAsync(Ticket ticket, Actor actor, TicketServices services, CancellationToken cancellationToken) =>
        VisitRules.MayName(actor)
        || (await services.Queues.ListAsync(actor.Centre, cancellationToken)).Exists(queue => string.Equals(queue.Code, ticket.Queue, StringComparison.Ordinal) && queue.IsServedBy(actor.Office));

    private static AuditEntry Entry(string action, Guid ticketId, Actor actor) => new() { Action = action, RecordKind = "visit", RecordId = ticketId.ToString(), Actor = actor };
}
