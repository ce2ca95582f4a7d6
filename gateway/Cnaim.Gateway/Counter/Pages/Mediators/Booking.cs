namespace Cnaim.Gateway.Counter.Pages.Mediators;

/// <summary>A mediator's time, as the counter that asked for it sees it.</summary>
internal sealed record Booking
{
    public Guid Id { get; init; }

    public required string State { get; init; }

    public required string Language { get; init; }

    public required string Mode { get; init; }

    public string Centre { get; init; } = "";

    public DateTimeOffset From { get; init; }

    public DateTimeOffset To { get; init; }

    public BookedMediator? Mediator { get; init; }

    public string? ForPerson { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<string> Allowed { get; init; } = [];
}

/// <summary>Who is booked.</summary>
internal sealed record BookedMediator(Guid Id, string DisplayName, string Centre);

/// <summary>Bookings of a period.</summary>
internal sealed record Bookings(IReadOnlyList<Booking> Items);
