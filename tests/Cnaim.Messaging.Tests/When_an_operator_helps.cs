using System.Text.Json;
using Cnaim.Cli.Operating;
using Cnaim.Launcher;
using Cnaim.Testing;
using RabbitMQ.Client;

namespace Cnaim.Messaging.Tests;

/// <summary>The verbs of the command line against the endpoints of a service.</summary>
public sealed class When_an_operator_helps(RealServers servers)
{
    [Fact]
    public async Task Should_list_what_has_not_left()
    {
        await using var pair = await StuckAsync(3);
        using var client = OperatorCalls.ClientOf(pair.Sender);

        var rows = await client.ListOutboxAsync(TestContext.Current.CancellationToken);

        rows.GetArrayLength().ShouldBe(3);
        rows[0].EnumerateObject().Select(property => property.Name).ShouldBe(
            ["id", "messageId", "streamId", "audience", "version", "eventType", "attempts", "enqueuedAt", "nextAttemptAt", "parkedAt", "lastError"]);
        rows[0].GetProperty("attempts").GetInt16().ShouldBe((short)10);
        rows[0].GetProperty("lastError").GetString().ShouldBe("refused");
    }

    [Fact]
    public async Task Should_retry_one_message_a_stream_or_all()
    {
        await using var pair = await StuckAsync(4);
        using var client = OperatorCalls.ClientOf(pair.Sender);
        var rows = await client.ListOutboxAsync(TestContext.Current.CancellationToken);

        (await ChangedAsync(client.ChangeOutboxAsync("retry", rows[0].GetProperty("id").GetInt64(), null, false, TestContext.Current.CancellationToken))).ShouldBe(1);
        (await ChangedAsync(client.ChangeOutboxAsync("retry", null, rows[1].GetProperty("streamId").GetGuid(), false, TestContext.Current.CancellationToken))).ShouldBe(1);
        (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox WHERE attempts = 0 AND parked_at IS NULL")).ShouldBe(2);
        (await ChangedAsync(client.ChangeOutboxAsync("retry", null, null, true, TestContext.Current.CancellationToken))).ShouldBe(2);

        (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'outbox.retried' AND subject = 'tester'")).ShouldBe(3);
        (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox WHERE parked_at IS NOT NULL")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_replace_a_message_that_cannot_leave_so_that_its_stream_goes_on()
    {
        await using var pair = await StuckAsync(1);
        using var client = OperatorCalls.ClientOf(pair.Sender);
        var stream = await pair.Sender.ScalarAsync<Guid>("SELECT stream_id FROM messaging.outbox");
        var after = await pair.RequestAsync(stream);

        (await ChangedAsync(client.ChangeOutboxAsync("void", null, stream, false, TestContext.Current.CancellationToken))).ShouldBe(1);

        await pair.Sender.DisposeAsync();
        await pair.StartSenderAsync();
        await pair.StartReceiverAsync();
        await pair.WaitUntilAppliedAsync(1);
        (await pair.Receiver.QueryAsync<Guid>("SELECT request_id FROM apply_log")).ShouldBe([after]);
        (await pair.Receiver.ScalarAsync<long>("SELECT last_version FROM messaging.stream_in WHERE stream_id = @stream", new { stream })).ShouldBe(2);
        (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'outbox.voided'")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_replace_all_messages_that_cannot_leave()
    {
        await using var pair = await StuckAsync(3);
        await pair.RequestAsync(Guid.CreateVersion7()); // This one only waits.
        using var client = OperatorCalls.ClientOf(pair.Sender);

        (await ChangedAsync(client.ChangeOutboxAsync("void", null, null, true, TestContext.Current.CancellationToken))).ShouldBe(3);

        (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.sent_event WHERE event_type = 'pt.cnaim.stream.void.v1'")).ShouldBe(3);
        (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox WHERE attempts = 0 AND parked_at IS NULL")).ShouldBe(4);
        (await pair.Sender.QueryAsync<string>("SELECT record_id FROM audit_entry WHERE action = 'outbox.voided' AND subject = 'tester'")).ShouldBe(["all"]);
    }

    [Fact]
    public async Task Should_ask_before_all_is_replaced()
    {
        using var client = new OperatorClient(new HttpClient());

        (await Should.ThrowAsync<LauncherException>(Confirmation.AskAsync(client, false, TestContext.Current.CancellationToken))).Message.ShouldContain("--yes");
    }

    [Fact]
    public async Task Should_leave_no_copy_of_what_was_settled()
    {
        await using var pair = await OfficePair.StartAsync(servers);
        pair.Behaviour.BeforeApply = _ => throw new InvalidOperationException("A handler that always fails.");
        await pair.RequestAsync(Guid.CreateVersion7());
        await Eventually.Async(async () => (await OperatorCalls.ListErrorsAsync(pair.Receiver, "error")).Count == 1, "one error");
        pair.Behaviour.BeforeApply = _ => Task.CompletedTask;
        await DoubleAsync(pair, pair.ReceiverCode + "_error"); // As a process leaves it that dies between moving and acknowledging.
        using var client = OperatorCalls.ClientOf(pair.Receiver);
        var row = (await OperatorCalls.ListErrorsAsync(pair.Receiver, "error")).Single();

        (await ChangedAsync(client.ChangeErrorAsync("retry", row.GetProperty("messageId").GetGuid(), TestContext.Current.CancellationToken))).ShouldBe(1);

        await pair.WaitUntilAppliedAsync(1);
        (await BrokerTools.CountAsync(servers.BrokerAdmin, pair.ReceiverCode + "_error")).ShouldBe(0u);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM apply_log")).ShouldBe(1);
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("skip")]
    public async Task Should_list_and_settle_what_was_not_applied(string verb)
    {
        await using var pair = await OfficePair.StartAsync(servers);
        pair.Behaviour.BeforeApply = _ => throw new InvalidOperationException("A handler that always fails.");
        var stream = Guid.CreateVersion7();
        await pair.RequestAsync(stream);
        await Eventually.Async(async () => (await OperatorCalls.ListErrorsAsync(pair.Receiver, "error")).Count == 1, "one error");
        pair.Behaviour.BeforeApply = _ => Task.CompletedTask;
        using var client = OperatorCalls.ClientOf(pair.Receiver);
        var row = (await OperatorCalls.ListErrorsAsync(pair.Receiver, "error")).Single();
        row.EnumerateObject().Select(property => property.Name).ShouldBe(["messageId", "source", "streamId", "audience", "version", "queue", "eventType", "reason", "at", "attempts"]);
        (await OperatorCalls.ListErrorsAsync(pair.Receiver, "skipped")).ShouldBeEmpty();
        (await OperatorCalls.ListErrorsAsync(pair.Receiver, null)).Single().GetProperty("messageId").GetGuid().ShouldBe(row.GetProperty("messageId").GetGuid());

        (await ChangedAsync(client.ChangeErrorAsync(verb, row.GetProperty("messageId").GetGuid(), TestContext.Current.CancellationToken))).ShouldBe(1);

        await pair.RequestAsync(stream);
        await pair.WaitUntilAppliedAsync(verb is "retry" ? 2 : 1);
        await Eventually.Async(async () => await pair.Receiver.ScalarAsync<long>("SELECT last_version FROM messaging.stream_in WHERE stream_id = @stream", new { stream }) == 2, "the stream goes on");
        (await OperatorCalls.ListErrorsAsync(pair.Receiver, "error")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_tell_the_operator_why_it_refuses()
    {
        await using var pair = await StuckAsync(0);
        using var client = OperatorCalls.ClientOf(pair.Sender);

        var refusal = await Should.ThrowAsync<LauncherException>(client.ChangeErrorAsync("retry", Guid.CreateVersion7(), TestContext.Current.CancellationToken));

        refusal.Message.ShouldBe("The service refused with 404: No such message waits here.");
    }

    private async Task<OfficePair> StuckAsync(int messages)
    {
        var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync(Relays.Remove);
        for (var number = 0; number < messages; number++)
        {
            await pair.RequestAsync(Guid.CreateVersion7());
        }

        await pair.Sender.ExecuteAsync("UPDATE messaging.outbox SET attempts = 10, parked_at = now(), last_error = 'refused'");
        return pair;
    }

    private static async Task<int> ChangedAsync(Task<JsonElement> answer) => (await answer).GetProperty("changed").GetInt32();

    private static async Task DoubleAsync(OfficePair pair, string queue)
    {
        await using var connection = await BrokerTools.ConnectAsync(pair.Servers.BrokerAdmin);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        var message = (await channel.BasicGetAsync(queue, autoAck: false))!;
        await channel.BasicPublishAsync(queue, "", true, new BasicProperties(message.BasicProperties), message.Body);
        await channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true);
    }
}
