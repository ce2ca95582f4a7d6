namespace Cnaim.Mediation.Bookings;

/// <summary>A booking as the counter that asked sees it.</summary>
internal sealed record BookingView(
    Guid Id, string State, string Language, string Mode, string Centre, DateTimeOffset From, DateTimeOffset To, BookedMediator? Mediator, int Declined,
    string? ForTicket, string? ForInterview, string? ForPerson, string? Reason, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, IReadOnlyList<string> Allowed)
{
    public static BookingView Of(Booking booking) => new(
        booking.BookingId,
        booking.State,
        booking.Language,
        booking.Mode,
        booking.Centre,
        booking.StartsAt,
        booking.EndsAt,
        booking.MediatorId is { } id ? new BookedMediator(id, booking.MediatorName ?? "", booking.MediatorCentre ?? "") : null,
        booking.Declined,
        booking.ReferenceKind is "ticket" ? booking.Reference : null,
        booking.ReferenceKind is "interview" ? booking.Reference : null,
        booking.ReferenceKind is "person" ? booking.Reference : null,
        booking.Reason,
        booking.StartedAt,
        booking.EndedAt,
        BookingRules.AllowedMoves(booking.State));
}

/// <summary>Who is booked.</summary>
internal sealed record BookedMediator(Guid Id, string DisplayName, string Centre);

/// <summary>A booking as its mediator sees it: where, when and in which language; not who, and not which office.</summary>
internal sealed record OwnBookingView(Guid Id, string State, string Language, string Mode, string Centre, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<string> Allowed)
{
    public static OwnBookingView Of(Booking booking) => new(
        booking.BookingId, booking.State, booking.Language, booking.Mode, booking.Centre, booking.StartsAt, booking.EndsAt,
        [.. BookingRules.AllowedMoves(booking.State).Intersect(BookingAction.OfMediator, StringComparer.Ordinal)]);
}
