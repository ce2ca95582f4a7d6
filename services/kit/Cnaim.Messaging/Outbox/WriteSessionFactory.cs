using Cnaim.Messaging.Auditing;
using Npgsql;

namespace Cnaim.Messaging.Outbox;

/// <summary>Makes sessions.</summary>
internal sealed class WriteSessionFactory(NpgsqlDataSource database, OutboxSignal signal, AuditSignal audited, SealState seals, MessagingService service)
{
    public WriteSession Create() => new(database, signal, audited, seals, service);
}
