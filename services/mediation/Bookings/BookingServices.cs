using Cnaim.Mediation.Demand;
using Cnaim.Mediation.Languages;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Mediation.Bookings;

/// <summary>What the endpoints of bookings use.</summary>
internal sealed record BookingServices(BookingStore Bookings, HoldMediator Hold, DemandStore Demand, LanguageCatalogue Languages, OfficeTransaction Transaction, TimeProvider Clock)
{
    public void Audit(string action, Booking booking, Actor actor) => Transaction.Audit(new AuditEntry
    {
        Action = "booking." + action,
        RecordKind = "booking",
        RecordId = booking.BookingId.ToString(),
        Actor = actor,
        Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = booking.State, ["mediator"] = booking.MediatorId?.ToString() },
    });
}
