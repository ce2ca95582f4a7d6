using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using MassTransit;
using Npgsql;

namespace Cnaim.Testing;

/// <summary>Applies a request: one row, which the trigger copies to the log.</summary>
public sealed class ProbeConsumer(OfficeTransaction transaction, ProbeBehaviour behaviour) : IConsumer<RequestReferral>
{
    public async Task Consume(ConsumeContext<RequestReferral> context)
    {
        await behaviour.BeforeApply(context.Message);
        transaction.Add(
            "INSERT INTO probe_applied (message_id, request_id, stream_id) VALUES (@message, @request, @stream)",
            new NpgsqlParameter<Guid>("message", context.MessageId!.Value),
            new NpgsqlParameter<Guid>("request", context.Message.DisclosureId),
            new NpgsqlParameter<Guid>("stream", context.Message.ReferralId));
        transaction.Audit(new AuditEntry { Action = "probe.applied", RecordKind = "probe", RecordId = context.Message.DisclosureId.ToString() });
    }
}

/// <summary>Its definition.</summary>
public sealed class ProbeConsumerDefinition : OfficeConsumerDefinition<ProbeConsumer, RequestReferral>;

/// <summary>What a test lets the consumer do before it applies: fail, wait, count.</summary>
public sealed class ProbeBehaviour
{
    public Func<RequestReferral, Task> BeforeApply { get; set; } = _ => Task.CompletedTask;
}
