using Cnaim.Contracts.Events;
using Cnaim.Messaging;

namespace Cnaim.Housing.Places;

/// <summary>Tells the network that a bed was offered, booked or released; who is in it is in no event.</summary>
internal static class PlaceEvents
{
    public static ValueTask EnqueueAsync(this OfficeTransaction transaction, Stay stay, string centre, DateTimeOffset now, CancellationToken cancellationToken) => stay.State switch
    {
        "offered" => transaction.EnqueueAsync(
            stay.StayId, Audience.Network, new HousingPlaceOffered { StayId = stay.StayId, PlaceId = stay.PlaceId, Centre = centre, OccurredAt = now }, cancellationToken),
        "booked" => transaction.EnqueueAsync(
            stay.StayId, Audience.Network, new HousingPlaceBooked { StayId = stay.StayId, PlaceId = stay.PlaceId, Centre = centre, OccurredAt = now }, cancellationToken),
        var reason => transaction.EnqueueAsync(
            stay.StayId, Audience.Network, new HousingPlaceReleased { StayId = stay.StayId, PlaceId = stay.PlaceId, Reason = reason, Centre = centre, OccurredAt = now }, cancellationToken),
    };
}
