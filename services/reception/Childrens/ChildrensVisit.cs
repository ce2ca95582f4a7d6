namespace Cnaim.Reception.Childrens;

/// <summary>Children of one adult in the room: the adult's ticket and a count, no name.</summary>
internal sealed record ChildrensVisit
{
    public const string Waiting = "waiting";
    public const string Present = "present";
    public const string Left = "left";

    public Guid VisitId { get; init; }

    public string Centre { get; init; } = "";

    public Guid TicketId { get; init; }

    public int Children { get; init; }

    public string State { get; init; } = Waiting;

    public byte[] CodeHash { get; init; } = [];

    public int WrongCodes { get; init; }

    public DateTimeOffset ArrivedAt { get; init; }

    public DateTimeOffset? AdmittedAt { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    public bool LeftWithoutCode { get; init; }

    public DateTimeOffset? AlertedAt { get; init; }

    public string Letter { get; init; } = "";

    public int Number { get; init; }
}
