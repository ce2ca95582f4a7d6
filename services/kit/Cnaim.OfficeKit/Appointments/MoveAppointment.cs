using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Confirms, cancels, or says whether the person came; moving to another time is <see cref="RescheduleAppointment"/>.</summary>
internal static class MoveAppointment
{
    /// <summary>The handler of one action.</summary>
    public static Delegate By(string action) => action is AppointmentAction.Move
        ? (Delegate)RescheduleAppointment.Handle
        : (Guid id, AppointmentMove? body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] AppointmentServices services, CancellationToken cancellationToken) =>
            ChangeAsync(id, action, body, actor, ifMatch, response, services, cancellationToken);

    private static async Task<Results<Ok<AppointmentResource>, ProblemHttpResult>> ChangeAsync(
        Guid id, string action, AppointmentMove? body, Actor actor, IfMatch ifMatch, HttpResponse response, AppointmentServices services, CancellationToken cancellationToken)
    {
        var decision = await DecideAsync(id, action, body?.Reason, actor, ifMatch, services, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        // Late after all: the time may have been given to somebody who was there.
        if (await services.Hold.SaveAsync(decision.Event, cancellationToken) is { } taken)
        {
            return taken.ToProblem();
        }

        await services.Record.ChangedAsync(decision.Event.State, decision.Event, actor, cancellationToken);
        response.SetEntityVersion(decision.Event.Version);
        var resource = AppointmentResource.Of(decision.Event, await services.NoShowsAsync(decision.Event, cancellationToken));
        return await services.Transaction.CommitAsync(TypedResults.Ok(resource), cancellationToken);
    }

    /// <summary>Locks the appointment and decides; the state's own refusal comes before a stale version.</summary>
    public static async Task<Decision<Appointment>> DecideAsync(
        Guid id, string action, string? reason, Actor actor, IfMatch ifMatch, AppointmentServices services, CancellationToken cancellationToken)
    {
        if (await services.Appointments.LockAsync(id, services.Records.Of(actor), cancellationToken) is not { } current)
        {
            return AppointmentRefusals.NotFound;
        }

        var decision = AppointmentRules.Move(current, action, reason, services.Clock.GetUtcNow());
        return decision.IsAccepted && ifMatch.CheckOptional(current.Version) is { } stale ? stale : decision;
    }
}
