using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Where this office gives appointments, and how soon: nothing about a person.</summary>
internal static class ReadCentres
{
    public static async Task<Ok<AppointmentCentreList>> Handle(Actor actor, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var (now, items) = (services.Clock.GetUtcNow(), new List<AppointmentCentre>());
        foreach (var centre in await services.Calendars.CentresAsync(services.Today(actor.Centre), cancellationToken))
        {
            if (services.HasCentre(actor, centre))
            {
                var free = await services.Slots.NextAsync(centre, now, length: null, cancellationToken);
                items.Add(new AppointmentCentre(centre, free is [var first, ..] ? first : null));
            }
        }

        return TypedResults.Ok(new AppointmentCentreList(items));
    }
}
