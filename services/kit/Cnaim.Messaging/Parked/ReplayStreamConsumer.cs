using Cnaim.Contracts.Commands;
using Cnaim.Messaging.Inbox;
using Cnaim.Messaging.Topology;
using MassTransit;
using Npgsql;

namespace Cnaim.Messaging.Parked;

/// <summary>Sends a stream's messages again to whoever verifiably asks; nobody can ask for another's stream.</summary>
internal sealed class ReplayStreamConsumer(OfficeTransaction transaction, TopologyManifest manifest) : IConsumer<ReplayStream>
{
    public Task Consume(ConsumeContext<ReplayStream> context)
    {
        var asker = VerifiedSender.Of(context) ?? throw new InvalidOperationException("The asker is not verified.");
        // An event's stream belongs to everybody who reads events.
        string[] audiences = manifest.Find(asker)?.Reads.Count > 0 ? [asker, Audience.All] : [asker];
        transaction.Add(
            InboxSql.EnqueueAgain,
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
