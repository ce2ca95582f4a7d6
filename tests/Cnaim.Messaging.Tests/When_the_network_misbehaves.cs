using Cnaim.Testing;
using RabbitMQ.Client;

namespace Cnaim.Messaging.Tests;

public sealed class When_the_network_misbehaves(RealServers servers)
{
    [Fact]
    public async Task Should_apply_a_message_once_however_often_it_comes()
    {
        await using var pair = await StartSenderOnlyAsync(5);
        await using var tap = new Tap(pair);
        await tap.TakeAsync(5);
        await pair.StartReceiverAsync();

        await tap.DeliverAsync(0, 0, 1, 0, 1, 2, 2, 3, 4, 4, 0, 1, 2, 3, 4);

        await pair.WaitUntilAppliedAsync(5);
        await SettledAsync(pair);
        await Oracle.ShouldBeInOrderAsync(pair);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM apply_log")).ShouldBe(5);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_apply_in_order_what_comes_in_disorder()
    {
        await using var pair = await StartSenderOnlyAsync(12);
        await using var tap = new Tap(pair);
        await tap.TakeAsync(12);
        await pair.StartReceiverAsync();

        await tap.DeliverAsync(11, 3, 5, 1, 0, 4, 2, 9, 8, 7, 6, 10);

        await pair.WaitUntilAppliedAsync(12);
        await Oracle.ShouldBeInOrderAsync(pair);
        await Eventually.Async(async () => await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked") == 0, "nothing parked");
    }

    [Fact]
    public async Task Should_ask_for_a_lost_message_and_go_on()
    {
        await using var pair = await StartSenderOnlyAsync(4);
        await using var tap = new Tap(pair);
        await tap.TakeAsync(4);
        await pair.StartReceiverAsync(builder => builder.Configuration["Broker:GapPatienceSeconds"] = "1");

        await tap.DeliverAsync(0, 2, 3);

        await pair.WaitUntilAppliedAsync(4);
        await Oracle.ShouldBeInOrderAsync(pair);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.sent_event WHERE event_type = 'pt.cnaim.command.replay-stream.v1'")).ShouldBe(1);
        (await Oracle.TornAsync(pair.Receiver)).ShouldBe(0);
    }

    [Fact]
    public async Task Should_apply_what_waited_as_soon_as_the_lost_message_is_there()
    {
        await using var pair = await StartSenderOnlyAsync(4);
        await using var tap = new Tap(pair);
        await tap.TakeAsync(4);
        await pair.Sender.DisposeAsync();
        await pair.StartSenderAsync(Relays.Remove); // Whoever is asked sends nothing.
        await pair.StartReceiverAsync(builder => builder.Configuration["Broker:GapPatienceSeconds"] = "1");
        await tap.DeliverAsync(0, 2, 3);
        await Eventually.Async(async () => await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked WHERE next_attempt_at IS NOT NULL") == 1, "asked");
        var askedAgainAt = await pair.Receiver.ScalarAsync<DateTime>("SELECT max(next_attempt_at) FROM messaging.parked");

        await tap.DeliverAsync(1);

        await pair.WaitUntilAppliedAsync(4, 120);
        await Oracle.ShouldBeInOrderAsync(pair);
        (await pair.Receiver.ScalarAsync<DateTime>("SELECT max(at) FROM apply_log")).ShouldBeLessThan(askedAgainAt);
    }

    [Fact]
    public async Task Should_park_another_message_with_a_used_version()
    {
        await using var pair = await StartSenderOnlyAsync(2);
        await using var tap = new Tap(pair);
        await tap.TakeAsync(2);
        await pair.StartReceiverAsync();
        await tap.DeliverAsync(0, 1);
        await pair.WaitUntilAppliedAsync(2);

        var properties = new BasicProperties(tap.Taken[1].BasicProperties);
        var other = Guid.CreateVersion7().ToString();
        properties.Headers!["ce-id"] = other;
        properties.MessageId = other;
        await tap.PublishAsync(properties, tap.Taken[1].Body);

        await Eventually.Async(async () => await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked WHERE reason = 'fork'") == 1, "a fork");
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM apply_log")).ShouldBe(2);
    }

    private async Task<OfficePair> StartSenderOnlyAsync(int requests)
    {
        var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync();
        var stream = Guid.CreateVersion7();
        for (var number = 0; number < requests; number++)
        {
            await pair.RequestAsync(stream);
        }

        return pair;
    }

    // Everything delivered has been acknowledged.
    private static Task SettledAsync(OfficePair pair) => Eventually.Async(
        async () => await BrokerTools.CountAsync(pair.Servers.BrokerAdmin, pair.ReceiverCode) == 0, "an empty queue");
}
