namespace Cnaim.OfficeKit.Appointments;

/// <summary>Somebody who waits for a time, without saying who: the appointment that they get says it.</summary>
internal sealed record WishResource
{
    public required Guid Id { get; init; }

    public required string Centre { get; init; }

    public required string Channel { get; init; }

    public string? Language { get; init; }

    public required bool Interpreter { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The place in the list of that centre, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>A time that is free now, for the first of each centre's list alone.</summary>
    public SlotResource? Offer { get; init; }

    /// <param name="wish">Who waits.</param>
    /// <param name="place">The place in the list of that centre.</param>
    /// <param name="offer">A free time for the first.</param>
    public static WishResource Of(AppointmentWish wish, int place, SlotResource? offer) => new()
    {
        Id = wish.WishId,
        Centre = wish.Centre,
        Channel = wish.Channel,
        Language = wish.Language,
        Interpreter = wish.Interpreter,
        AskedAt = wish.AskedAt,
        Place = place,
        Offer = offer,
    };
}

/// <summary>Who waits for a time at the caller's centre, or was put on a list there.</summary>
/// <param name="Items">In the order of asking, at most 200.</param>
internal sealed record WishList(IReadOnlyList<WishResource> Items);

/// <summary>The body of <c>POST /appointment-wishes/{id}/book</c>: the time that is given.</summary>
internal sealed record GivenTime
{
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Whose time; null is whoever is free.</summary>
    public Guid? CalendarId { get; init; }
}
