using Npgsql;

namespace Cnaim.Messaging.Outbox;

/// <summary>Makes sessions.</summary>
internal sealed class WriteSessionFactory(NpgsqlDataSource database, OutboxSignal signal, MessagingService service)
{
    public WriteSession Create() => new(database, signal, service);
}
