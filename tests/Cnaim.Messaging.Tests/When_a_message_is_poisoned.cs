using System.Text;
using Cnaim.Testing;
using RabbitMQ.Client;

namespace Cnaim.Messaging.Tests;

public sealed class When_a_message_is_poisoned(RealServers servers)
{
    [Fact]
    public async Task Should_move_what_a_handler_always_refuses_and_apply_the_neighbours()
    {
        await using var pair = await OfficePair.StartAsync(servers);
        var (poisoned, tries) = (Guid.CreateVersion7(), 0);
        pair.Behaviour.BeforeApply = command => command.ReferralId == poisoned ? Throw(ref tries) : Task.CompletedTask;

        await pair.RequestAsync(poisoned);
        for (var number = 0; number < 20; number++)
        {
            await pair.RequestAsync(Guid.CreateVersion7());
        }

        await pair.WaitUntilAppliedAsync(20);
        await QueueHasAsync(pair, "_error", 1);
        tries.ShouldBeInRange(4, 8); // Four tries; a try together with neighbours may come before each.
        (await BrokerTools.CountAsync(servers.BrokerAdmin, pair.ReceiverCode + "_skipped")).ShouldBe(0u);
        var moved = await BrokerTools.GetAsync(servers.BrokerAdmin, pair.ReceiverCode + "_error");
        Text(moved!, "cn-sender").ShouldBe(pair.SenderCode);
        Text(moved!, "cn-reason").ShouldBe(nameof(InvalidOperationException));
        moved!.BasicProperties.Headers!.Keys.ShouldNotContain(name => name.StartsWith("MT-Fault", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_stop_its_stream_alone_until_an_operator_skips_it()
    {
        await using var pair = await OfficePair.StartAsync(servers);
        var (stream, tries) = (Guid.CreateVersion7(), 0);
        var first = await pair.RequestAsync(stream);
        await pair.WaitUntilAppliedAsync(1);
        pair.Behaviour.BeforeApply = command => command.ReferralId == stream && tries < 100 && command.DisclosureId != first ? Throw(ref tries) : Task.CompletedTask;
        await pair.RequestAsync(stream);
        await QueueHasAsync(pair, "_error", 1);
        pair.Behaviour.BeforeApply = _ => Task.CompletedTask;
        var third = await pair.RequestAsync(stream);
        await Eventually.Async(async () => await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked WHERE reason = 'gap'") == 1, "the successor parked");

        var id = await pair.Receiver.ScalarAsync<Guid>("SELECT message_id FROM messaging.failed");
        await OperatorCalls.PostAsync(pair.Receiver, "/operator/errors/skip", id);

        await pair.WaitUntilAppliedAsync(2);
        (await pair.Receiver.QueryAsync<Guid>("SELECT request_id FROM apply_log ORDER BY entry")).ShouldBe([first, third]);
        await QueueHasAsync(pair, "_error", 0);
    }

    [Fact]
    public async Task Should_apply_it_in_order_when_an_operator_retries_it()
    {
        await using var pair = await OfficePair.StartAsync(servers);
        var (stream, tries) = (Guid.CreateVersion7(), 0);
        pair.Behaviour.BeforeApply = _ => Throw(ref tries);
        var first = await pair.RequestAsync(stream);
        await QueueHasAsync(pair, "_error", 1);
        pair.Behaviour.BeforeApply = _ => Task.CompletedTask;
        var second = await pair.RequestAsync(stream);

        await OperatorCalls.PostAsync(pair.Receiver, "/operator/errors/retry", await pair.Receiver.ScalarAsync<Guid>("SELECT message_id FROM messaging.failed"));

        await pair.WaitUntilAppliedAsync(2);
        (await pair.Receiver.QueryAsync<Guid>("SELECT request_id FROM apply_log ORDER BY entry")).ShouldBe([first, second]);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.failed")).ShouldBe(0);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'message.retried'")).ShouldBe(1);
    }

    [Theory]
    [InlineData("{ not json", "application/vnd.masstransit+json", "_error")]
    [InlineData("""{"messageType":["urn:message:Cnaim.Contracts.Commands:RequestReferral"],"message":{}}""", "application/json", "_error")]
    public async Task Should_move_malformed_bodies_once(string body, string contentType, string queue)
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync();
        await pair.RequestAsync(Guid.CreateVersion7());
        await pair.RequestAsync(Guid.CreateVersion7());
        await using var tap = new Tap(pair);
        await tap.TakeAsync(2);
        await pair.StartReceiverAsync();

        await tap.PublishAsync(new BasicProperties(tap.Taken[0].BasicProperties) { ContentType = contentType, UserId = pair.SenderCode }, Encoding.UTF8.GetBytes(body));

        await QueueHasAsync(pair, queue, 1);
        // What comes after it is applied; a second copy of it would have come before.
        await tap.DeliverAsync(1);
        await pair.WaitUntilAppliedAsync(1);
        await QueueHasAsync(pair, "", 0);
        (await BrokerTools.CountAsync(servers.BrokerAdmin, pair.ReceiverCode + queue)).ShouldBe(1u);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM apply_log")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_move_an_unknown_type_to_skipped_and_run_no_handler()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await using var tap = await Tap.OfOneRequestAsync(pair);
        await pair.StartReceiverAsync();

        var properties = new BasicProperties(tap.Taken[0].BasicProperties);
        properties.Headers!["ce-type"] = "pt.cnaim.command.bogus.v1";
        await tap.PublishAsync(properties, tap.Taken[0].Body);

        await QueueHasAsync(pair, "_skipped", 1);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM apply_log")).ShouldBe(0);
    }

    [Theory]
    [InlineData("ce-type", "pt.cnaim.command.request-referral.v3", "unknown_major")]
    [InlineData("ce-source", "urn:cnaim:screening", "bad_sender")]
    [InlineData("ce-type", "pt.cnaim.command.withdraw-disclosure.v1", "bad_sender")]
    [InlineData("ce-type", "pt.cnaim.command.cancel-referral.v1", "bad_sender")]
    [InlineData("ce-eventday", "2199-01-01", "bad_day")]
    public async Task Should_park_what_it_must_not_believe(string header, string value, string reason)
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await using var tap = await Tap.OfOneRequestAsync(pair);
        await pair.StartReceiverAsync();

        var properties = new BasicProperties(tap.Taken[0].BasicProperties);
        properties.Headers![header] = value;
        await tap.PublishAsync(properties, tap.Taken[0].Body);

        await IsParkedAsync(pair, reason);
    }

    [Theory]
    [InlineData("faultAddress")]
    [InlineData("responseAddress")]
    public async Task Should_park_what_asks_for_an_answer_elsewhere(string member)
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await using var tap = await Tap.OfOneRequestAsync(pair);
        await pair.StartReceiverAsync();

        await tap.PublishAsync(tap.Taken[0].BasicProperties, tap.AskingForAnswer(member));

        await IsParkedAsync(pair, "bad_sender");
    }

    [Fact]
    public async Task Should_park_what_names_a_queue_for_the_answer()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await using var tap = await Tap.OfOneRequestAsync(pair);
        await pair.StartReceiverAsync();

        await tap.PublishAsync(new BasicProperties(tap.Taken[0].BasicProperties) { ReplyTo = pair.SenderCode }, tap.Taken[0].Body);

        await IsParkedAsync(pair, "bad_sender");
    }

    [Fact]
    public async Task Should_advance_over_what_an_operator_made_void()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync(Relays.Remove);
        var stream = Guid.CreateVersion7();
        await pair.RequestAsync(stream);
        await pair.Sender.ExecuteAsync("UPDATE messaging.outbox SET attempts = 1");
        await OperatorCalls.VoidAsync(pair.Sender, stream);
        var second = await pair.RequestAsync(stream);
        await pair.Sender.DisposeAsync();
        await pair.StartSenderAsync();
        await pair.StartReceiverAsync();

        await pair.WaitUntilAppliedAsync(1);

        (await pair.Receiver.QueryAsync<Guid>("SELECT request_id FROM apply_log")).ShouldBe([second]);
        (await pair.Receiver.ScalarAsync<long>("SELECT max(last_version) FROM messaging.stream_in")).ShouldBe(2);
        (await BrokerTools.CountAsync(servers.BrokerAdmin, pair.ReceiverCode + "_skipped")).ShouldBe(0u);
    }

    [Fact]
    public async Task Should_park_an_unknown_major_whose_type_nobody_here_has()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await using var tap = await Tap.OfOneRequestAsync(pair);
        await pair.StartReceiverAsync();

        var properties = new BasicProperties(tap.Taken[0].BasicProperties);
        properties.Headers!["ce-type"] = "pt.cnaim.command.request-referral.v3";
        var body = Encoding.UTF8.GetString(tap.Taken[0].Body.Span).Replace("Commands:RequestReferral", "Commands.V3:RequestReferral", StringComparison.Ordinal);
        await tap.PublishAsync(properties, Encoding.UTF8.GetBytes(body));

        await Eventually.Async(async () => await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked WHERE reason = 'unknown_major'") == 1, "unknown_major");
        (await BrokerTools.CountAsync(servers.BrokerAdmin, pair.ReceiverCode + "_skipped")).ShouldBe(0u);
    }

    [Fact]
    public async Task Should_keep_a_row_that_closes_the_channel_and_send_the_others()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync(Relays.Remove);
        var lost = Guid.CreateVersion7();
        await pair.RequestAsync(lost);
        await pair.Sender.ExecuteAsync("UPDATE messaging.outbox SET audience = 'nobody'");
        await pair.Sender.ExecuteAsync("UPDATE messaging.sent_event SET audience = 'nobody'");
        await pair.Sender.DisposeAsync();
        await pair.StartSenderAsync();
        await pair.StartReceiverAsync();

        for (var number = 0; number < 20; number++)
        {
            await pair.RequestAsync(Guid.CreateVersion7());
        }

        await pair.WaitUntilAppliedAsync(20);
        await Eventually.Async(async () => await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox WHERE attempts > 0 AND parked_at IS NULL") == 1, "the row that failed is kept");
        (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox")).ShouldBe(1);
    }

    private static async Task IsParkedAsync(OfficePair pair, string reason)
    {
        await Eventually.Async(async () => await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked WHERE reason = @reason", new { reason }) == 1, reason);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM apply_log")).ShouldBe(0);
    }

    private static Task Throw(ref int tries)
    {
        Interlocked.Increment(ref tries);
        throw new InvalidOperationException("A handler that always fails.");
    }

    private static Task QueueHasAsync(OfficePair pair, string suffix, uint count) => Eventually.Async(
        async () => await BrokerTools.CountAsync(pair.Servers.BrokerAdmin, pair.ReceiverCode + suffix) == count, $"{count} in {suffix}");

    private static string Text(BasicGetResult message, string header) => Encoding.UTF8.GetString((byte[])message.BasicProperties.Headers![header]!);
}
