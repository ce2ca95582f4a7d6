using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Housing.Places;

/// <summary>Who gets which bed; pure, and called with the place locked.</summary>
internal static class PlaceRules
{
    /// <summary>The lowest free bed, or null when the place is full or others wait for it already.</summary>
    public static int? FreeBed(int capacity, IReadOnlyCollection<int> taken) =>
        Enumerable.Range(1, capacity).Cast<int?>().FirstOrDefault(bed => !taken.Contains(bed!.Value));

    /// <summary>A stay after an answer: <c>accept</c> or <c>decline</c> an offer, <c>end</c> a booking.</summary>
    public static Decision<Stay> Answer(Stay? stay, string action, DateTimeOffset now) => (stay, action) switch
    {
        (null, _) => PlaceRefusals.StayNotFound,
        ({ State: "offered" }, _) when stay.OfferExpiresAt <= now => PlaceRefusals.OfferExpired,
        ({ State: "offered" }, "accept") => stay with { State = "booked", OfferExpiresAt = null },
        ({ State: "offered" }, "decline") => stay with { State = "declined", OfferExpiresAt = null },
        ({ State: "booked" }, "end") => stay with { State = "ended" },
        _ => PlaceRefusals.StayMoveNotAllowed,
    };

    /// <summary>The stay of the next on the list in a bed that is free now.</summary>
    public static Stay Offer(Guid placeId, Guid caseId, int bed, DateTimeOffset now, TimeSpan life) => new()
    {
        StayId = Guid.CreateVersion7(now),
        PlaceId = placeId,
        CaseId = caseId,
        Bed = bed,
        State = "offered",
        Since = now,
        OfferExpiresAt = now + life,
    };
}
