using Cnaim.Messaging;
using Cnaim.Reception.Queues;

namespace Cnaim.Reception.Tickets;

/// <summary>What the endpoints of tickets work with.</summary>
internal sealed record TicketServices(TicketStore Tickets, QueueStore Queues, OfficeTransaction Transaction, TimeProvider Clock);
