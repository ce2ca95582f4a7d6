using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>The end of the day: whoever is still expected, and whose time is over, did not come.</summary>
internal static class CloseDay
{
    public static async Task<Ok<ClosedDay>> Handle(
        DayToClose? body, Actor actor, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var day = body?.Day ?? services.Today(actor.Centre);
        var missed = await services.Appointments.CloseDayAsync(services.Records.Of(actor), day, services.Clock.GetUtcNow(), cancellationToken);
        foreach (var id in missed)
        {
            var gone = new Appointment { AppointmentId = id, Centre = actor.Centre, State = AppointmentState.NoShow };
            await services.Record.ChangedAsync(AppointmentState.NoShow, gone, actor, cancellationToken);
        }

        return await services.Transaction.CommitAsync(TypedResults.Ok(new ClosedDay(day, missed.Count)), cancellationToken);
    }
}

/// <summary>The body of <c>POST /appointments/close-day</c>; may be left out.</summary>
internal sealed record DayToClose
{
    /// <summary>That local day and those before; null is today.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>What was closed.</summary>
/// <param name="Day">The local day.</param>
/// <param name="NoShows">How many did not come.</param>
internal sealed record ClosedDay(DateOnly Day, int NoShows);
