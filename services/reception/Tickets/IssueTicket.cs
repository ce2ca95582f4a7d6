using System.Text.RegularExpressions;
using Cnaim.Reception.Queues;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Tickets;

/// <summary>Issues a ticket. A refusal rolls back, so that numbers have no gaps; nothing is known of the person, so there is no audit entry.</summary>
internal static partial class IssueTicket
{
    private static readonly TimeSpan ServedToTheEnd = TimeSpan.FromHours(1);

    public static async Task<Results<CreatedAtRoute<IssuedTicket>, ProblemHttpResult>> Handle(
        NewTicket body, Actor actor, [AsParameters] TicketServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        if (Check(body) is { } invalid)
        {
            return invalid.ToProblem();
        }

        if (await services.Queues.ShareAsync(actor.Centre, body.Queue, cancellationToken) is not { } queue)
        {
            return ReceptionRefusals.InvalidField("queue", "This centre has no such queue.").ToProblem();
        }

        var opening = QueueHours.At(queue, now);
        if (!opening.IsOpen)
        {
            return Unavailable(opening.Reason, opening.NextOpening).ToProblem();
        }

        var number = await services.Tickets.NextNumberAsync(queue.Centre, queue.Letter, opening.Day, cancellationToken);
        var load = (await services.Queues.LoadsAsync(queue.Centre, queue.Code, now, cancellationToken)).Single();
        if (load.Waiting >= queue.WaitingLimit)
        {
            return Unavailable("full", null).ToProblem();
        }

        var token = TicketToken.New();
        var estimate = load.ForNew(body.Priority is not null);
        var ticket = New(body, queue, opening, number, now) with { PromisedLow = estimate.Low, PromisedHigh = estimate.High };
        await services.Tickets.InsertAsync(ticket, TicketToken.Hash(token), cancellationToken);
        var ahead = body.Priority is null ? load.Waiting : load.WaitingPriority;
        var issued = new IssuedTicket(ticket.TicketId, ticket.Label(), token, queue.Code, ticket.Language, new WaitRange(estimate.Low, estimate.High), estimate.Assumed, ahead, now);
        return await services.Transaction.CommitAsync(TypedResults.CreatedAtRoute(issued, "Tickets_Get", new { id = ticket.TicketId }), cancellationToken);
    }

    /// <summary>What is wrong with language or priority.</summary>
    private static Refusal? Check(NewTicket body) => body switch
    {
        _ when !Language().IsMatch(body.Language) => ReceptionRefusals.InvalidField("language", "Use a code of ISO 639-3."),
        { Priority: { } priority } when !TicketRules.Priorities.Contains(priority, StringComparer.Ordinal) => ReceptionRefusals.InvalidField("priority", "There is no such priority."),
        _ => null,
    };

    internal static Refusal Unavailable(string? reason, DateTimeOffset? next) => ReceptionRefusals.QueueUnavailable.Having(("reason", reason), ("nextOpening", next));

    internal static bool IsLanguage(string text) => Language().IsMatch(text);

    private static Ticket New(NewTicket body, Queue queue, QueueOpening opening, int number, DateTimeOffset now) => new()
    {
        TicketId = Guid.CreateVersion7(now),
        Centre = queue.Centre,
        Day = opening.Day,
        Letter = queue.Letter,
        Number = number,
        Queue = queue.Code,
        Language = body.Language,
        Priority = body.Priority,
        IssuedAt = now,
        EnteredAt = now,
        ExpiresAt = (opening.ClosesAt ?? now) + ServedToTheEnd,
    };

    [GeneratedRegex("^[a-z]{3}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Language();
}
