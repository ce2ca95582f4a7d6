using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Moves an appointment to another time: the old one ends as moved and names the new one, which has a code of its own. Both, or none.</summary>
internal static class RescheduleAppointment
{
    private static readonly Dictionary<string, string[]> NoTime = new(StringComparer.Ordinal) { ["startsAt"] = ["Say to when."] };

    public static async Task<Results<Ok<AppointmentResource>, ProblemHttpResult>> Handle(
        Guid id, AppointmentMove body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        if (body.StartsAt is not { } start)
        {
            return AppointmentRefusals.Invalid(NoTime).ToProblem();
        }

        var left = await MoveAppointment.DecideAsync(id, AppointmentAction.Move, body.Reason, actor, ifMatch, services, cancellationToken);
        var next = left.IsAccepted ? await FollowAsync(left.Event, start.ToUniversalTime(), body.CalendarId, actor, services, cancellationToken) : left;
        if (!next.IsAccepted)
        {
            return next.Refusal.ToProblem(); // nothing is committed: the old one stays as it was
        }

        await services.Record.ChangedAsync(AppointmentState.Moved, left.Event! with { MovedTo = next.Event.AppointmentId }, actor, cancellationToken);
        await services.Record.ChangedAsync(AppointmentState.Booked, next.Event, actor, cancellationToken);
        response.SetEntityVersion(next.Event.Version);
        var resource = AppointmentResource.Of(next.Event, await services.NoShowsAsync(next.Event, cancellationToken));
        return await services.Transaction.CommitAsync(TypedResults.Ok(resource), cancellationToken);
    }

    private static async Task<Decision<Appointment>> FollowAsync(
        Appointment left, DateTimeOffset start, Guid? calendarId, Actor actor, AppointmentServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await services.Appointments.SaveAsync(left with { MovedTo = id }, cancellationToken); // first, so that it can move into its own time
        var slot = await services.Hold.ChooseAsync(left.Centre, calendarId, start, left.EndsAt - left.StartsAt, cancellationToken);
        if (!slot.IsAccepted)
        {
            return slot.Refusal;
        }

        var written = await services.Hold.WriteAsync(Next(left, id, slot.Event, actor, services, now), cancellationToken);
        if (written.IsAccepted)
        {
            BookAppointment.NameStaff(written.Event, slot.Event.Calendar, actor, services);
        }

        return written;
    }

    private static Appointment Next(Appointment left, Guid id, Slot slot, Actor actor, AppointmentServices services, DateTimeOffset now) => left with
    {
        AppointmentId = id,
        LocalDay = services.Directory.Current.CalendarOf(left.Centre).DateOf(slot.Start),
        BookedCentre = actor.Centre,
        CalendarId = slot.Calendar.CalendarId,
        Holder = slot.Calendar.Holder,
        Counter = slot.Calendar.Counter,
        StartsAt = slot.Start,
        EndsAt = slot.End,
        State = AppointmentState.Booked,
        MovedFrom = left.AppointmentId,
        MovedTo = null,
        CheckedInAt = null,
        BookedBy = actor.Subject,
        BookedAt = now,
        Version = 1,
    };
}
