using Cnaim.Contracts.Commands;
using Cnaim.Messaging.Inbox;
using Cnaim.Messaging.Topology;
using MassTransit;
using Npgsql;

namespace Cnaim.Messaging.Parked;

/// <summary>Sends a stream's messages again to whoever verifiably asks; nobody can ask for another's stream.</summary>
internal sealed class ReplayStreamConsumer(OfficeTransaction transaction, TopologyManifest manifest) : IConsumer<ReplayStream>
{
    /// <summary>In version order, so that outbox order is version order; rows that wait already stay where they are.</summary>
    private const string Enqueue = """
        INSERT INTO messaging.outbox (message_id, stream_id, audience)
        SELECT message_id, stream_id, audience
        FROM messaging.sent_event
        WHERE stream_id = @stream AND version >= @from AND audience = ANY (@audiences)
        ORDER BY audience, version
        LIMIT 1000
        ON CONFLICT (message_id) DO NOTHING
        """;

    public Task Consume(ConsumeContext<ReplayStream> context)
    {
        var asker = VerifiedSender.Of(context) ?? throw new InvalidOperationException("The asker is not verified.");
        // An event's stream belongs to everybody who reads events.
        string[] audiences = manifest.Find(asker)?.Reads.Count > 0 ? [asker, Audience.All] : [asker];
        transaction.Add(
            Enqueue,
            new NpgsqlParameter<Guid>("stream", context.Message.StreamId),
            new NpgsqlParameter<long>("from", context.Message.FromVersion),
            new NpgsqlParameter<string[]>("audiences", audiences));
        transaction.Audit(new AuditEntry { Action = "stream.replayed", RecordKind = "stream", RecordId = context.Message.StreamId.ToString() });
        transaction.WakeRelay();
        return Task.CompletedTask;
    }
}

/// <summary>On the service's queue like every consumer.</summary>
internal sealed class ReplayStreamConsumerDefinition : OfficeConsumerDefinition<ReplayStreamConsumer, ReplayStream>;
