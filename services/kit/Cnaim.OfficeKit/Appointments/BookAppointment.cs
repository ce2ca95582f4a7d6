using Cnaim.OfficeKit.Cases;
using Cnaim.OfficeKit.Hosting;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Books a free time for a person.</summary>
internal static class BookAppointment
{
    public static async Task<Results<CreatedAtRoute<AppointmentResource>, ProblemHttpResult>> Handle(
        NewAppointment body, Actor actor, HttpResponse response, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var centre = body.Centre ?? actor.Centre;
        var file = body.CaseId is { } caseId ? await services.Cases.FindAsync(caseId, services.Records.Of(actor), cancellationToken) : null;
        if (Check(body, file, services.HasCentre(actor, centre)) is { Any: true } errors)
        {
            return AppointmentRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        var decision = await BookAsync(body with { Centre = centre }, file, actor, services, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        response.SetEntityVersion(decision.Event.Version);
        var resource = AppointmentResource.Of(decision.Event, await services.NoShowsAsync(decision.Event, cancellationToken));
        return await services.Transaction.CommitAsync(TypedResults.CreatedAtRoute(resource, "Appointments_Get", new { id = resource.Id }), cancellationToken);
    }

    /// <summary>Books a time that was checked, when it is free; the caller commits.</summary>
    public static async Task<Decision<Appointment>> BookAsync(
        NewAppointment body, CaseFile? file, Actor actor, AppointmentServices services, CancellationToken cancellationToken, string? madeAt = null)
    {
        var length = body.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : (TimeSpan?)null;
        var slot = await services.Hold.ChooseAsync(body.Centre!, body.CalendarId, body.StartsAt!.Value.ToUniversalTime(), length, cancellationToken);
        if (!slot.IsAccepted)
        {
            return slot.Refusal;
        }

        var decision = await services.Hold.WriteAsync(New(body, slot.Event, file, actor, services) with { BookedCentre = madeAt ?? actor.Centre }, cancellationToken);
        if (decision.IsAccepted)
        {
            NameStaff(decision.Event, slot.Event.Calendar, actor, services);
            await services.Record.ChangedAsync(decision.Event.State, decision.Event, actor, cancellationToken);
        }

        return decision;
    }

    /// <summary>Where records are for named staff, one without a case is for who books it and who gives it.</summary>
    public static void NameStaff(Appointment appointment, StaffCalendar calendar, Actor actor, AppointmentServices services)
    {
        if (services.Records.IsOn && appointment.CaseId is null)
        {
            services.Records.Rename(appointment.AppointmentId, calendar.Subject is { } subject ? [subject] : [], actor);
        }
    }

    public static Errors Check(NewAppointment body, CaseFile? file, bool hasCentre)
    {
        var errors = new Errors();
        errors.Require(PersonReference.IsValid(body.PersonId), "personId", "A reference of 26 characters is needed.");
        errors.Require(body.StartsAt is not null, "startsAt", "Say when.");
        errors.Require(body.Minutes is null or (>= 5 and <= 240), "minutes", "From 5 to 240.");
        errors.Require(hasCentre, "centre", "There is no such centre.");
        errors.Require(body.Channel is null || AppointmentCodes.Channels.Contains(body.Channel, StringComparer.Ordinal), "channel", "It is not known.");
        errors.Require(body.Language is null || (body.Language.Length == 3 && body.Language.All(char.IsAsciiLetterLower)), "language", "Three letters of ISO 639-3.");
        errors.Require(body.CaseId is null || (file is not null && string.Equals(file.PersonRef, body.PersonId, StringComparison.Ordinal)), "caseId", "There is no such case of that person here.");
        return errors;
    }

    private static Appointment New(NewAppointment body, Slot slot, CaseFile? file, Actor actor, AppointmentServices services)
    {
        var now = services.Clock.GetUtcNow();
        return new Appointment
        {
            AppointmentId = Guid.CreateVersion7(now),
            Centre = slot.Calendar.Centre,
            LocalDay = services.Directory.Current.CalendarOf(slot.Calendar.Centre).DateOf(slot.Start),
            PersonRef = body.PersonId,
            CaseId = file?.CaseId,
            ReferralId = file?.ReferralId,
            CalendarId = slot.Calendar.CalendarId,
            Holder = slot.Calendar.Holder,
            Counter = slot.Calendar.Counter,
            StartsAt = slot.Start,
            EndsAt = slot.End,
            State = body.Proposed ? AppointmentState.Proposed : AppointmentState.Booked,
            Channel = body.Channel ?? AppointmentCodes.Channels[0],
            Language = body.Language,
            Interpreter = body.Interpreter,
            InterpreterBookingId = body.InterpreterBookingId,
            BookedBy = actor.Subject,
            BookedAt = now,
            Version = 1,
        };
    }
}
