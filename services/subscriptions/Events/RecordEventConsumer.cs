using System.Globalization;
using System.Text.Json;
using Cnaim.Contracts.Events;
using Cnaim.Messaging;
using MassTransit;
using Npgsql;
using NpgsqlTypes;

namespace Cnaim.Subscriptions.Events;

/// <summary>Keeps an event, and owes it to each endpoint whose agreement allows it, in the inbox's transaction. The name of a sensitive office is not even kept.</summary>
internal sealed class RecordEventConsumer<TEvent>(OfficeTransaction transaction, EventPartitions partitions, Municipalities municipalities, GeneralNames names, TimeProvider clock) : IConsumer<TEvent>
    where TEvent : class, IThinEvent
{
    private static readonly string EventType = EventTypes.Of(typeof(TEvent));

    public async Task Consume(ConsumeContext<TEvent> context)
    {
        var (now, happened) = (clock.GetUtcNow(), context.Message);
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        await partitions.EnsureAsync(day, context.CancellationToken);
        var (sender, receiver) = happened is IReferralEvent referral ? (names.Of(referral.Sender), names.Of(referral.Receiver)) : (null, null);
        transaction.Add(EventSql.TakeTurn);
        transaction.Add(
            EventSql.Record,
            new NpgsqlParameter<DateOnly>("day", day),
            new NpgsqlParameter<DateOnly>("today", day),
            new NpgsqlParameter<DateTimeOffset>("now", now),
            new NpgsqlParameter<Guid>("eventId", context.MessageId ?? throw new InvalidOperationException("An event has an id.")),
            new NpgsqlParameter<string>("eventType", EventType),
            new NpgsqlParameter<string>("source", GeneralNames.SourcePrefix + names.Of(Header(context, "ce-source")[GeneralNames.SourcePrefix.Length..])),
            new NpgsqlParameter<Guid>("subject", Guid.Parse(Header(context, "ce-subject"))),
            new NpgsqlParameter<long>("sequence", long.Parse(Header(context, "ce-sequence"), CultureInfo.InvariantCulture)),
            new NpgsqlParameter<string>("dataSchema", "urn:cnaim:schema:" + EventType),
            new NpgsqlParameter<string>("municipality", municipalities.Of(happened.Centre)),
            new NpgsqlParameter<string>("otherMunicipality", happened is IReferralEvent { OtherCentre: { } other } ? municipalities.Of(other) : ""),
            Text("sender", sender),
            Text("receiver", receiver),
            new NpgsqlParameter<DateTimeOffset>("occurredAt", happened.OccurredAt.ToUniversalTime()),
            new NpgsqlParameter<string>("data", DataOf(happened)));
    }

    private string DataOf(TEvent happened)
    {
        var data = JsonSerializer.SerializeToNode(happened, JsonSerializerOptions.Web)!.AsObject();
        if (happened is IReferralEvent referral && (names.IsSensitive(referral.Sender) || names.IsSensitive(referral.Receiver)))
        {
            (data["sender"], data["receiver"], data["request"]) = (names.Of(referral.Sender), names.Of(referral.Receiver), null);
        }

        foreach (var absent in data.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            data.Remove(absent);
        }

        return data.ToJsonString();
    }

    private static string Header(ConsumeContext<TEvent> context, string name) =>
        context.ReceiveContext.TransportHeaders.Get<string>(name) ?? throw new InvalidOperationException($"An event has the header {name}.");

    private static NpgsqlParameter Text(string name, string? value) => new(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };
}

internal sealed class RecordEventConsumerDefinition<TEvent> : OfficeConsumerDefinition<RecordEventConsumer<TEvent>, TEvent>
    where TEvent : class, IThinEvent;
