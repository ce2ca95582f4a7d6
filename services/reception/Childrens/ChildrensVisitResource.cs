using System.Globalization;

namespace Cnaim.Reception.Childrens;

/// <summary>Children in the room, or waiting for a place.</summary>
internal sealed record ChildrensVisitResource(Guid Id, Guid TicketId, string TicketNumber, int Children, string State, DateTimeOffset ArrivedAt, DateTimeOffset? AdmittedAt, DateTimeOffset? LeftAt, bool NeedsCoordinator)
{
    public static ChildrensVisitResource Of(ChildrensVisit visit) => new(
        visit.VisitId,
        visit.TicketId,
        string.Create(CultureInfo.InvariantCulture, $"{visit.Letter}{visit.Number:D3}"),
        visit.Children,
        visit.State,
        visit.ArrivedAt,
        visit.AdmittedAt,
        visit.LeftAt,
        visit.WrongCodes >= ChildrensRules.Tries);
}
