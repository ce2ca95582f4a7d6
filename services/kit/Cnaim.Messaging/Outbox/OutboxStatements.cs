using System.Text.Json;
using Cnaim.Messaging.Contracts;
using Cnaim.ServiceDefaults.Authentication;
using Npgsql;
using NpgsqlTypes;

namespace Cnaim.Messaging.Outbox;

/// <summary>The statements of collected messages and audit entries.</summary>
internal static class OutboxStatements
{
    /// <summary>Every message has an audit entry: the one collected with it, or one that says what was sent.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Build(string service, List<OutgoingMessage> messages, List<AuditEntry> audits)
    {
        var ordered = messages.Select((message, index) => (Message: message, Audit: index < audits.Count ? audits[index] : SentEntry(message)));
        // Sorted by stream, so that two transactions lock the same streams in the same order; the order within a stream stays.
        return ordered.OrderBy(pair => pair.Message.StreamId).Select(pair => Write(service, pair.Message, pair.Audit))
            .Concat(audits.Skip(messages.Count).Select(audit => WithEntry(new NpgsqlBatchCommand(OutboxSql.WriteAudit), service, audit)));
    }

    private static AuditEntry SentEntry(OutgoingMessage message) => new()
    {
        Action = "message.sent",
        RecordKind = "stream",
        RecordId = message.StreamId.ToString(),
        Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["type"] = message.Type.EventType, ["audience"] = message.Audience },
    };

    private static NpgsqlBatchCommand Write(string service, OutgoingMessage message, AuditEntry audit) => WithEntry(
        new NpgsqlBatchCommand(OutboxSql.Write)
            .With(message.StreamId)
            .With(message.Audience)
            .With(message.MessageId)
            .With(message.Type.EventType)
            .With(message.Type.Major)
            .With(message.Body)
            .WithNullable(message.TraceParent),
        service,
        audit);

    private static NpgsqlBatchCommand WithEntry(NpgsqlBatchCommand command, string service, AuditEntry audit)
    {
        var actor = audit.Actor ?? new Actor(service, service, "", Actor.ServiceRole);
        return command
            .With(actor.Subject)
            .With(actor.Office)
            .With(actor.Centre)
            .With(actor.Role)
            .With(audit.Action)
            .With(audit.RecordKind)
            .With(audit.RecordId)
            .WithNullable(audit.Purpose)
            .WithNullable(audit.StoredDetail is { } detail ? JsonSerializer.Serialize(detail, MessageJson.Options) : null, NpgsqlDbType.Jsonb);
    }
}
