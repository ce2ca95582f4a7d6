namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>Who is in the children's room, by the adult's ticket; no child has a name here.</summary>
internal sealed record ChildrensRoom(int Capacity, int Free, bool AfterClosing, IReadOnlyList<ChildrensVisit> Visits);

/// <summary>Children of one ticket.</summary>
internal sealed record ChildrensVisit
{
    public Guid Id { get; init; }

    public required string TicketNumber { get; init; }

    public int Children { get; init; }

    public required string State { get; init; }

    public DateTimeOffset ArrivedAt { get; init; }

    public bool NeedsCoordinator { get; init; }
}

/// <summary>Children who have just come; nobody can be told the code again.</summary>
internal sealed record CheckedIn(ChildrensVisit Visit, string PickUpCode);
