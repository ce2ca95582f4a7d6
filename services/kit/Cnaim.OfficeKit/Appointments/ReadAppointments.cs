using Cnaim.Messaging;
using Cnaim.OfficeKit.Hosting;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Lists and reads appointments of the caller's centre, and those that it has made elsewhere.</summary>
internal static class ReadAppointments
{
    private const int Most = 500;
    private const int MostDays = 31;

    public static async Task<Results<Ok<AppointmentList>, ProblemHttpResult>> List(
        DateOnly? day, int? days, string? person, Actor actor, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var errors = new Errors();
        errors.Require(days is null or (>= 1 and <= MostDays), "days", "From 1 to 31.");
        errors.Require(person is null || PersonReference.IsValid(person), "person", "A reference of 26 characters is needed.");
        if (errors.Any)
        {
            return OfficeRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        // A person's are shown whole; a centre's by day.
        var from = day ?? (person is null ? services.Today(actor.Centre) : null);
        var filter = new AppointmentFilter(person, from, from?.AddDays(days ?? 1));
        var rows = await services.Appointments.ListAsync(services.Records.Of(actor), filter, Most, cancellationToken);
        services.Transaction.Audit(Entry(rows, person, actor));
        await services.Transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new AppointmentList([.. rows.Select(row => AppointmentResource.Of(row))]));
    }

    public static async Task<Results<Ok<AppointmentResource>, ProblemHttpResult>> Get(
        Guid id, Actor actor, HttpResponse response, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var appointment = await services.Appointments.FindAsync(id, services.Records.Of(actor), cancellationToken);
        services.Record.Looked("read", id, appointment is not null, actor);
        var noShows = appointment is null ? 0 : await services.NoShowsAsync(appointment, cancellationToken);
        await services.Transaction.CommitAsync(cancellationToken);
        if (appointment is null)
        {
            return AppointmentRefusals.NotFound.ToProblem();
        }

        response.SetEntityVersion(appointment.Version);
        return TypedResults.Ok(AppointmentResource.Of(appointment, noShows));
    }

    /// <summary>For the person's own calendar; nothing in it is about the person.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Export(
        Guid id, Actor actor, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var appointment = await services.Appointments.FindAsync(id, services.Records.Of(actor), cancellationToken);
        services.Record.Looked("exported", id, appointment is not null, actor);
        await services.Transaction.CommitAsync(cancellationToken);
        return appointment is null
            ? AppointmentRefusals.NotFound.ToProblem()
            : TypedResults.Text(CalendarFile.Write(appointment, services.Directory.Current.NameOf(appointment.Centre), services.Clock.GetUtcNow()), CalendarFile.MediaType);
    }

    // The trail finds a record between the smallest and the largest id of a page.
    private static AuditEntry Entry(IReadOnlyList<Appointment> rows, string? person, Actor actor)
    {
        var entry = PageAudit.Of(RecordAppointment.Kind, [.. rows.Select(row => row.AppointmentId).OrderDescending()], actor);
        return person is null ? entry : entry with { RecordKind = "person", RecordId = person };
    }
}
