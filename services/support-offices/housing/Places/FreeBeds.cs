using Cnaim.Messaging;
using Microsoft.Extensions.Options;

namespace Cnaim.Housing.Places;

/// <summary>Offers a bed that became free to the next on the list, in order; called with the place locked.</summary>
internal sealed class FreeBeds(PlaceStore places, OfficeTransaction transaction, IOptions<PlaceOptions> options, TimeProvider clock)
{
    public async Task OfferAsync(Guid placeId, string centre, int bed, CancellationToken cancellationToken)
    {
        if (await places.TakeNextAsync(placeId, cancellationToken) is not { } caseId)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var offer = PlaceRules.Offer(placeId, caseId, bed, now, options.Value.OfferLife);
        await places.InsertStayAsync(offer, cancellationToken);
        await transaction.EnqueueAsync(offer, centre, now, cancellationToken);
        transaction.Audit(new AuditEntry { Action = "housing-place.offered", RecordKind = "stay", RecordId = offer.StayId.ToString() });
    }
}
