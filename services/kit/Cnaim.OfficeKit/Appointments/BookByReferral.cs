using Cnaim.OfficeKit.Referrals;
using Cnaim.OfficeKit.Restricted;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>
/// The office that took a referral lets who sent it book a time for its person: free times go out, a time comes in, and a code goes back. The person's reference here, the case and
/// everything else of this office stay here (ADR 0092).
/// </summary>
internal static class BookByReferral
{
    public static async Task<Results<Ok<SlotList>, ProblemHttpResult>> Slots(
        Guid id, Actor actor, ReceivedReferralStore received, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var found = Decide(id, actor, await received.FindAsync(id, RecordScope.System, cancellationToken), services);
        await services.Transaction.CommitAsync(cancellationToken);
        return found.IsAccepted ? TypedResults.Ok(await ReadSlots.AheadAsync(found.Event.Centre, services, cancellationToken)) : found.Refusal.ToProblem();
    }

    public static async Task<Results<Ok<BookedTime>, ProblemHttpResult>> Book(
        Guid id, NewTime body, Actor actor, ReceivedReferralStore received, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var found = Decide(id, actor, await received.LockAsync(id, RecordScope.System, cancellationToken), services);
        if (!found.IsAccepted)
        {
            await services.Transaction.CommitAsync(cancellationToken); // that somebody asked is written down
            return found.Refusal.ToProblem();
        }

        var referral = found.Event;
        var wanted = new NewAppointment
        {
            PersonId = referral.PersonRef,
            StartsAt = body.StartsAt,
            CalendarId = body.CalendarId,
            Centre = referral.Centre,
            CaseId = referral.CaseId,
            Channel = body.Channel,
            Language = referral.Language,
            Interpreter = body.Interpreter,
        };
        var file = await services.Cases.FindAsync(referral.CaseId, RecordScope.SystemAt(referral.Centre), cancellationToken);
        if (BookAppointment.Check(wanted, file, hasCentre: true) is { Any: true } errors)
        {
            return AppointmentRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        if (await services.Appointments.IsExpectedAsync(id, cancellationToken))
        {
            return AppointmentRefusals.AlreadyBooked.ToProblem();
        }

        // Made at the centre where it takes place: nobody at the sender's centre sees it by having made it.
        var booked = await BookAppointment.BookAsync(wanted, file, actor, services, cancellationToken, madeAt: referral.Centre);
        return booked.IsAccepted ? await services.Transaction.CommitAsync(TypedResults.Ok(BookedTime.Of(booked.Event)), cancellationToken) : booked.Refusal.ToProblem();
    }

    // One that another office sent, one for named staff and one that is not there took the same query and get the same answer.
    private static Decision<ReceivedReferral> Decide(Guid id, Actor actor, ReceivedReferral? referral, AppointmentServices services)
    {
        var isOwn = referral is { PersonRef: not null, WithdrawnAt: null } && !services.Records.IsOn
            && string.Equals(referral.SenderOffice, actor.Office, StringComparison.Ordinal) && string.Equals(referral.SenderCentre, actor.Centre, StringComparison.Ordinal);
        if (!isOwn)
        {
            services.Record.Looked("by-referral", id, isSeen: false, actor);
            return AppointmentRefusals.NoReferral;
        }

        return referral!.Status is "accepted" or "in-progress" or "on-hold" ? referral : AppointmentRefusals.ReferralNotTaken;
    }
}
