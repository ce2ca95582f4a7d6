using Cnaim.Contracts.Events;
using Cnaim.Messaging;
using MassTransit;
using Npgsql;
using NpgsqlTypes;

namespace Cnaim.Screening.Process;

/// <summary>Keeps how far a referral is in the person's process, by the disclosure it rests on; of unknown disclosures nothing is kept.</summary>
internal sealed class FollowReferralConsumer<TEvent>(OfficeTransaction transaction) : IConsumer<TEvent>
    where TEvent : class, IReferralEvent
{
    public Task Consume(ConsumeContext<TEvent> context)
    {
        var moved = context.Message;
        if (moved.DisclosureId is { } disclosureId)
        {
            transaction.Add(
                ProcessSql.Follow,
                new NpgsqlParameter<Guid>("disclosureId", disclosureId),
                new NpgsqlParameter<Guid>("referralId", moved.ReferralId),
                Text("sender", moved.Sender),
                Text("receiver", moved.Receiver),
                Text("request", moved.Request),
                Text("status", moved.Status),
                Text("statusReason", moved.StatusReason),
                Text("outcome", moved.Outcome),
                new NpgsqlParameter<DateTimeOffset>("occurredAt", moved.OccurredAt.ToUniversalTime()));
        }

        return Task.CompletedTask;
    }

    private static NpgsqlParameter Text(string name, string? value) => new(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };
}

internal sealed class FollowReferralConsumerDefinition<TEvent> : OfficeConsumerDefinition<FollowReferralConsumer<TEvent>, TEvent>
    where TEvent : class, IReferralEvent;
