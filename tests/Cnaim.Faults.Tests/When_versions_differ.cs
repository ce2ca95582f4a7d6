using System.Text;
using System.Text.Json.Nodes;
using Cnaim.Testing;
using RabbitMQ.Client;

namespace Cnaim.Faults.Tests;

/// <summary>F12: another version of the platform sends: what was added is tolerated, what is optional may be missing, what is unknown is neither run nor guessed.</summary>
public sealed class When_versions_differ(FaultLab lab)
{
    [Fact]
    public async Task Should_take_additions_and_assume_nothing()
    {
        await using var pair = await FaultPair.CreateAsync(lab);
        await pair.A.StartAndWaitAsync();
        pair.Load.Burst(4);
        await pair.Load.DrainAsync();
        var taken = await Shim.TakeAsync(pair, 4);
        await pair.B.StartAndWaitAsync();

        await Shim.DeliverAsync(pair, [WithMore(taken[0]), WithLess(taken[1]), WithType(taken[2], "pt.cnaim.command.request-referral.v3"), WithType(taken[3], "pt.cnaim.command.not-yet-invented.v1")]);

        await Eventually.Async(async () => await BrokerTools.CountAsync(lab.Servers.BrokerAdmin, pair.B.Code + "_skipped") == 1, "skipped");
        await Eventually.Async(async () => await pair.B.ScalarAsync<int>("SELECT count(*)::int FROM apply_log") == 2, "applied");
        await Eventually.Async(async () => await pair.B.ScalarAsync<int>("SELECT count(*)::int FROM messaging.parked") == 1, "parked");
        (await pair.B.QueryAsync<Guid>("SELECT request_id FROM apply_log")).ShouldBe([RequestOf(taken[0]), RequestOf(taken[1])], ignoreOrder: true);
        (await pair.B.QueryAsync<(string, string)>("SELECT reason, event_type FROM messaging.parked")).ShouldBe([("unknown_major", "pt.cnaim.command.request-referral.v3")]);
        await Eventually.Async(async () => await pair.QueuedAsync() == 0, "an empty queue", 120, 500);
        (await BrokerTools.CountAsync(lab.Servers.BrokerAdmin, pair.B.Code + "_error")).ShouldBe(0u); // No handler was tried.
    }

    private static JsonObject Envelope(BasicGetResult message) => JsonNode.Parse(message.Body.Span)!.AsObject();

    private static Guid RequestOf(BasicGetResult message) => Envelope(message)["message"]!["disclosureId"]!.GetValue<Guid>();

    private static (BasicProperties Properties, ReadOnlyMemory<byte> Body) WithMore(BasicGetResult message)
    {
        var envelope = Envelope(message);
        envelope["addedToTheEnvelope"] = "later";
        envelope["message"]!["addedInALaterMinor"] = new JsonObject { ["nested"] = 1 };
        return (new BasicProperties(message.BasicProperties), Bytes(envelope));
    }

    private static (BasicProperties Properties, ReadOnlyMemory<byte> Body) WithLess(BasicGetResult message)
    {
        var envelope = Envelope(message);
        foreach (var optional in (string[])["issues", "categories", "language", "basedOn", "partOf"])
        {
            envelope["message"]!.AsObject().Remove(optional);
        }

        return (new BasicProperties(message.BasicProperties), Bytes(envelope));
    }

    private static (BasicProperties Properties, ReadOnlyMemory<byte> Body) WithType(BasicGetResult message, string type)
    {
        var envelope = Envelope(message);
        envelope["messageType"] = new JsonArray($"urn:message:{type}");
        return (Shim.Copy(message, message.BasicProperties.MessageId!, ("ce-type", type)), Bytes(envelope));
    }

    private static ReadOnlyMemory<byte> Bytes(JsonObject envelope) => Encoding.UTF8.GetBytes(envelope.ToJsonString());
}
