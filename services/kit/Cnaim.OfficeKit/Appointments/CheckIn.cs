using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>A person has arrived with a code: found at the caller's centre, today, whichever desk asks. The answer says when and where, and not who.</summary>
internal static class CheckIn
{
    public static async Task<Results<Ok<Arrival>, ProblemHttpResult>> Handle(
        ArrivalCode body, Actor actor, HttpResponse response, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var code = AppointmentCode.Read(body.Code);
        var found = code is null ? null : await services.Appointments.LockByCodeAsync(actor.Centre, services.Today(actor.Centre), code, cancellationToken);
        if (found is null)
        {
            // Written down like any look that finds nothing: codes that are tried out leave a trail.
            services.Transaction.Audit(new AuditEntry { Action = "appointment.check-in-denied", RecordKind = "centre", RecordId = actor.Centre, Actor = actor });
            await services.Transaction.CommitAsync(cancellationToken);
            return AppointmentRefusals.NotFound.ToProblem();
        }

        var decision = AppointmentRules.CheckIn(found, services.Clock.GetUtcNow());
        if (!decision.IsAccepted)
        {
            services.Record.Looked("check-in", found.AppointmentId, isSeen: false, actor);
            await services.Transaction.CommitAsync(cancellationToken);
            return decision.Refusal.ToProblem();
        }

        await services.Appointments.SaveAsync(decision.Event, cancellationToken);
        await services.Record.ChangedAsync("checked-in", decision.Event, actor, cancellationToken);
        response.SetEntityVersion(decision.Event.Version);
        return await services.Transaction.CommitAsync(TypedResults.Ok(Arrival.Of(decision.Event)), cancellationToken);
    }
}

/// <summary>The body of <c>POST /appointments/check-in</c>.</summary>
internal sealed record ArrivalCode
{
    public required string Code { get; init; }
}

/// <summary>An appointment as reception sees it.</summary>
internal sealed record Arrival
{
    public required string Code { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public string? Counter { get; init; }

    public DateTimeOffset? CheckedInAt { get; init; }

    public static Arrival Of(Appointment appointment) => new()
    {
        Code = appointment.Code,
        State = appointment.State,
        StartsAt = appointment.StartsAt,
        EndsAt = appointment.EndsAt,
        Counter = appointment.Counter,
        CheckedInAt = appointment.CheckedInAt,
    };
}
