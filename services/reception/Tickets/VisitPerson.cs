namespace Cnaim.Reception.Tickets;

/// <summary>Who the visit is of, as reception knows the person; null takes the link away.</summary>
internal sealed record VisitPerson(string? PersonId = null);
