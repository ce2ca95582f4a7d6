using Cnaim.Messaging;
using Cnaim.Reception.Queues;
using Cnaim.Reception.Tickets;

namespace Cnaim.Reception.Desks;

/// <summary>What the endpoints of desks work with.</summary>
internal sealed record DeskServices(DeskStore Desks, TicketStore Tickets, QueueStore Queues, OfficeTransaction Transaction, TimeProvider Clock);
