using Cnaim.Testing;
using RabbitMQ.Client;

namespace Cnaim.Messaging.Tests;

public sealed class When_a_message_kills(RealServers servers)
{
    // Three deliveries end without an answer: the process died each time. The broker counts them.
    private const int Crashes = 3;
    private const int DeliveryLimit = 20;

    [Theory]
    [InlineData(Crashes, "crash", "parked")]
    [InlineData(DeliveryLimit + 1, "dead_letter", "dead")]
    public async Task Should_store_it_try_it_three_times_alone_and_leave_it_to_the_operator(int deliveries, string reason, string queue)
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        var (stream, tries) = (Guid.CreateVersion7(), 0);
        await DeliverInVainAsync(pair, stream, deliveries);
        pair.Behaviour.BeforeApply = command => command.ReferralId == stream ? Throw(ref tries) : Task.CompletedTask;
        await pair.StartReceiverAsync();
        using var counts = new MetricCounts(pair.Receiver);
        await pair.RequestAsync(Guid.CreateVersion7());

        await pair.WaitUntilAppliedAsync(1);
        await Eventually.Async(
            async () => await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked WHERE reason = @reason AND attempts = 3", new { reason }) == 1, $"{reason} after three tries");
        // The runner takes it no more: its last try is over once the row is no longer due.
        await Eventually.Async(() => Task.FromResult(tries == 3), "three tries");
        (await BrokerTools.CountAsync(servers.BrokerAdmin, pair.ReceiverCode + "_error")).ShouldBe(0u);
        (await OperatorCalls.ListErrorsAsync(pair.Receiver, queue)).ShouldHaveSingleItem().GetProperty("reason").GetString().ShouldBe(reason);
    }

    [Theory]
    [InlineData(Crashes)]
    [InlineData(DeliveryLimit + 1)]
    public async Task Should_apply_it_once_and_in_order_when_it_kills_no_more(int deliveries)
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        var stream = Guid.CreateVersion7();
        await DeliverInVainAsync(pair, stream, deliveries);
        await pair.RequestAsync(stream);

        await pair.StartReceiverAsync();

        await pair.WaitUntilAppliedAsync(2);
        await Oracle.ShouldBeInOrderAsync(pair);
        await Eventually.Async(async () => await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked") == 0, "nothing parked");
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM apply_log")).ShouldBe(2);
    }

    [Theory]
    [InlineData("faultAddress")]
    [InlineData("FaultAddress")] // in whatever spelling MassTransit reads it
    [InlineData("responseAddress")]
    public async Task Should_never_apply_one_that_asks_for_an_answer_elsewhere(string member)
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await using var tap = await Tap.OfOneRequestAsync(pair);
        await tap.PublishAsync(tap.Taken[0].BasicProperties, tap.AskingForAnswer(member));
        await DeliverInVainAsync(pair, DeliveryLimit + 1);

        await pair.StartReceiverAsync();

        await Eventually.Async(
            async () => await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked WHERE reason = 'dead_letter' AND attempts = 3") == 1, "three tries of the runner");
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM apply_log")).ShouldBe(0);
    }

    private async Task DeliverInVainAsync(OfficePair pair, Guid stream, int deliveries)
    {
        await pair.StartSenderAsync();
        await pair.RequestAsync(stream);
        await DeliverInVainAsync(pair, deliveries);
    }

    private async Task DeliverInVainAsync(OfficePair pair, int deliveries)
    {
        await using var connection = await BrokerTools.ConnectAsync(servers.BrokerAdmin);
        await using var channel = await connection.CreateChannelAsync();
        for (var delivery = 0; delivery < deliveries; delivery++)
        {
            BasicGetResult? message = null;
            await Eventually.Async(async () => (message = await channel.BasicGetAsync(pair.ReceiverCode, autoAck: false)) is not null, $"delivery {delivery}");
            await channel.BasicNackAsync(message!.DeliveryTag, multiple: false, requeue: true);
        }
    }

    private static Task Throw(ref int tries)
    {
        Interlocked.Increment(ref tries);
        throw new InvalidOperationException("A handler that always fails.");
    }
}
