using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Housing.Places;

internal static class PlaceRefusals
{
    public static readonly Refusal PlaceNotFound = new("place-not-found", 404, "There is no such place at this centre.");

    public static readonly Refusal StayNotFound = new("stay-not-found", 404, "There is no such stay at this centre.");

    public static readonly Refusal AlreadyThere = new("already-booked", 409, "This case has a bed in that place or waits for one.");

    public static readonly Refusal OfferExpired = new("offer-expired", 409, "The bed was kept too long and went to the next on the list.");

    public static readonly Refusal StayMoveNotAllowed = new("stay-move-not-allowed", 409, "Accept or decline an offer, end a booking.");

    public static readonly Refusal InvalidPlace = new("invalid-place", 422, "A place has a name of 1 to 100 characters and 1 to 500 beds.");
}
