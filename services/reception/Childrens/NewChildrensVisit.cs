namespace Cnaim.Reception.Childrens;

internal sealed record NewChildrensVisit(Guid TicketId, int Children);
