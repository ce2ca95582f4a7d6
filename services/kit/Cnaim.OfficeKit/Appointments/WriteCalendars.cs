using Cnaim.Messaging;
using Cnaim.OfficeKit.Hosting;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Lists and writes who gives appointments at the caller's centre. A change leaves what is booked as it is.</summary>
internal static class WriteCalendars
{
    private const string Kind = "appointment-calendar";
    private const int LongestName = 200;
    private const int MostAbsences = 100;

    public static async Task<Ok<CalendarList>> List(Actor actor, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var calendars = await services.Calendars.OfCentreAsync(actor.Centre, cancellationToken);
        services.Transaction.Audit(PageAudit.Of(Kind, [.. calendars.Select(calendar => calendar.CalendarId).OrderDescending()], actor));
        await services.Transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new CalendarList([.. calendars.Select(CalendarResource.Of)]));
    }

    public static async Task<Results<Created<CalendarResource>, ProblemHttpResult>> Add(
        CalendarBody body, Actor actor, HttpResponse response, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var errors = Check(body);
        errors.Require((body.Subject is null) != (body.Counter is null), "counter", "Name either a counter or a member of staff.");
        errors.Require((body.Subject ?? body.Counter ?? "x") is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl), "counter", "From 1 to 200 characters.");
        if (errors.Any)
        {
            return AppointmentRefusals.InvalidCalendar(errors.ToDictionary()).ToProblem();
        }

        var calendar = Written(new StaffCalendar { CalendarId = Guid.CreateVersion7(services.Clock.GetUtcNow()), Centre = actor.Centre, Subject = body.Subject, Counter = body.Counter }, body);
        await services.Calendars.InsertAsync(calendar, cancellationToken);
        Audit("added", calendar, actor, services);
        response.SetEntityVersion(calendar.Version);
        return await services.Transaction.CommitAsync(TypedResults.Created((string?)null, CalendarResource.Of(calendar)), cancellationToken);
    }

    public static async Task<Results<Ok<CalendarResource>, ProblemHttpResult>> Change(
        Guid id, CalendarBody body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        if (await services.Calendars.LockAsync(id, actor.Centre, cancellationToken) is not { } current)
        {
            return AppointmentRefusals.CalendarNotFound.ToProblem();
        }

        var errors = Check(body);
        errors.Require(body.Subject is null || string.Equals(body.Subject, current.Subject, StringComparison.Ordinal), "subject", "It does not change.");
        errors.Require(body.Counter is null || string.Equals(body.Counter, current.Counter, StringComparison.Ordinal), "counter", "It does not change.");
        if ((errors.Any ? AppointmentRefusals.InvalidCalendar(errors.ToDictionary()) : ifMatch.CheckRequired(current.Version)) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var calendar = Written(current, body);
        await services.Calendars.SaveAsync(calendar, cancellationToken);
        Audit("changed", calendar, actor, services);
        response.SetEntityVersion(calendar.Version);
        return await services.Transaction.CommitAsync(TypedResults.Ok(CalendarResource.Of(calendar)), cancellationToken);
    }

    private static Errors Check(CalendarBody body)
    {
        var errors = new Errors();
        errors.Require(body.Days.Length > 0, "days", "Name at least one day.");
        errors.RequireKnown(body.Days, StaffCalendar.DayCodes, "days");
        errors.Require(body.Opens < body.Closes, "closes", "After it opens.");
        errors.Require(body.SlotMinutes is >= 5 and <= 240, "slotMinutes", "From 5 to 240.");
        errors.Require(body.ValidTo is null || body.ValidTo >= body.ValidFrom, "validTo", "Not before it begins.");
        errors.Require(body.Absences.Count <= MostAbsences && body.Absences.All(absence => absence.From < absence.Until), "absences", "At most 100, each ending after it begins.");
        return errors;
    }

    private static StaffCalendar Written(StaffCalendar calendar, CalendarBody body) => calendar with
    {
        Days = [.. body.Days.Distinct(StringComparer.Ordinal)],
        Opens = body.Opens.ToTimeSpan(),
        Closes = body.Closes.ToTimeSpan(),
        SlotMinutes = body.SlotMinutes,
        ValidFrom = body.ValidFrom,
        ValidTo = body.ValidTo,
        AbsentFrom = [.. body.Absences.Select(absence => absence.From.UtcDateTime)],
        AbsentUntil = [.. body.Absences.Select(absence => absence.Until.UtcDateTime)],
        Version = calendar.Version + 1,
    };

    private static void Audit(string what, StaffCalendar calendar, Actor actor, AppointmentServices services) => services.Transaction.Audit(new AuditEntry
    {
        Action = $"{Kind}.{what}",
        RecordKind = Kind,
        RecordId = calendar.CalendarId.ToString(),
        Actor = actor,
    });
}
