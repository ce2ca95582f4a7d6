using Cnaim.Cli.Operating;
using Cnaim.Contracts;
using Cnaim.Contracts.Commands;
using Cnaim.Launcher;
using Cnaim.Messaging.Outbox;
using Cnaim.Messaging.Reconcile;
using Cnaim.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging.Tests;

/// <summary>A receiver or a sender goes on from an older state of its database.</summary>
public sealed class When_a_database_is_restored(RealServers servers)
{
    [Fact]
    public async Task Should_send_again_what_a_restored_receiver_lacks()
    {
        await using var pair = await OfficePair.StartAsync(servers);
        var (old, forgotten) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await RequestAsync(pair, 3, old);
        await RequestAsync(pair, 2, forgotten); // Of this stream the backup knows nothing, and nothing newer comes.
        await pair.WaitUntilAppliedAsync(5);
        await RestoreReceiverAsync(pair, old, 1);
        await RestoreReceiverAsync(pair, forgotten, 0);
        using var client = OperatorCalls.ClientOf(pair.Receiver);

        await client.ReconcileAsync(pair.SenderCode, TestContext.Current.CancellationToken);

        await pair.WaitUntilAppliedAsync(5);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM apply_log")).ShouldBe(5);
        await Oracle.ShouldBeInOrderAsync(pair);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked")).ShouldBe(0);
        (await pair.Sender.QueryAsync<string>("SELECT detail ->> 'replayed' FROM audit_entry WHERE action = 'streams.compared' AND record_id = @receiver", new { receiver = pair.ReceiverCode })).ShouldBe(["4"]);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'streams.reported' AND subject = 'tester' AND record_id = @sender", new { sender = pair.SenderCode })).ShouldBe(1);
        (await Oracle.TornAsync(pair.Receiver)).ShouldBe(0);
    }

    [Fact]
    public async Task Should_cover_every_stream_by_pages()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync(Relays.Remove);
        await pair.Sender.ExecuteAsync("INSERT INTO messaging.stream_in SELECT @source, gen_random_uuid(), @own, @own, 7 FROM generate_series(1, 1000)", new { source = pair.ReceiverCode, own = pair.SenderCode });

        await pair.Sender.App.Services.GetRequiredService<Reconciler>().ReportAsync(pair.ReceiverCode, new("tester", pair.SenderCode, "", "administrator"), TestContext.Current.CancellationToken);

        (await pair.Sender.QueryAsync<(long, int, bool, bool)>("""
            SELECT version, jsonb_array_length(body -> 'streams'), body ? 'after', body ? 'through'
            FROM (SELECT version, convert_from(body, 'UTF8')::jsonb AS body FROM messaging.sent_event) AS e
            ORDER BY version
            """)).ShouldBe([(1, 500, false, true), (2, 500, true, true), (3, 0, true, false)]);
    }

    [Fact]
    public async Task Should_report_by_itself_once_a_day()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync(Relays.Remove);
        var reconciler = pair.Sender.App.Services.GetRequiredService<Reconciler>();
        Task<bool> DailyAsync() => reconciler.ReportAsync(pair.ReceiverCode, null, TestContext.Current.CancellationToken);

        (await DailyAsync()).ShouldBeFalse(); // Nothing has happened yet.
        await pair.Sender.ExecuteAsync("INSERT INTO audit_entry (at, subject, office, centre, role, action, record_kind, record_id) VALUES (clock_timestamp() - interval '25 hours', 'a', 'a', '', 'service', 'a', 'a', 'a')");

        (await DailyAsync()).ShouldBeTrue();
        (await DailyAsync()).ShouldBeFalse();
        reconciler.Sources.ShouldContain("screening");
        reconciler.Sources.ShouldNotContain(pair.SenderCode);
    }

    [Fact]
    public async Task Should_tell_nobody_about_the_streams_of_another()
    {
        await using var pair = await OfficePair.StartAsync(servers);
        await pair.RequestAsync(Guid.CreateVersion7());
        await pair.WaitUntilAppliedAsync(1);
        await using var session = pair.Receiver.App.Services.GetRequiredService<WriteSessionFactory>().Create();
        session.Add(pair.Receiver.App.Services.GetRequiredService<MessageWriter>().Create(
            Guid.CreateVersion7(), Audience.Service(pair.SenderCode), new ReconcileStreams { Audience = "all", Streams = [new StreamPosition { StreamId = Guid.Empty, LastVersion = 0 }] }));

        await session.CommitAsync(TestContext.Current.CancellationToken);

        await Eventually.Async(async () => (await OperatorCalls.ListErrorsAsync(pair.Sender, "error")).Count == 1, "refused");
        (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'streams.compared'")).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_give_out_no_version_twice_after_a_fast_forward(bool isFastForwarded)
    {
        await using var pair = await OfficePair.StartAsync(servers);
        var stream = Guid.CreateVersion7();
        await RequestAsync(pair, 3, stream);
        await pair.WaitUntilAppliedAsync(3);
        await StopAndRestoreSenderAsync(pair, stream, 1);
        if (isFastForwarded)
        {
            (await FastForwardAsync(pair)).ShouldBe(1);
            (await FastForwardAsync(pair)).ShouldBe(0);
        }

        await pair.StartSenderAsync();
        await pair.RequestAsync(stream);

        if (isFastForwarded)
        {
            await pair.WaitUntilAppliedAsync(4);
            (await pair.Sender.ScalarAsync<long>("SELECT max(version) FROM messaging.sent_event WHERE stream_id = @stream", new { stream })).ShouldBe(4);
        }
        else
        {
            await Eventually.Async(async () => await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked WHERE reason = 'fork'") == 1, "a fork");
        }

        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked WHERE reason = 'fork'")).ShouldBe(isFastForwarded ? 0 : 1);
    }

    [Fact]
    public async Task Should_answer_for_versions_that_the_restored_sender_has_lost()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync();
        var stream = Guid.CreateVersion7();
        await RequestAsync(pair, 5, stream);
        await using var tap = new Tap(pair);
        await tap.TakeAsync(5);
        await Eventually.Async(async () => await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox") == 0, "an empty outbox");
        await tap.TakeAsync(0); // copies that the relay made before its rows were gone
        await StopAndRestoreSenderAsync(pair, stream, 2); // Before the gap shows: a sender that still ran would close it from what it has.
        await pair.StartReceiverAsync(builder => builder.Configuration["Broker:GapPatienceSeconds"] = "1");
        await tap.DeliverAsync(0, 1, 4);
        await pair.WaitUntilAppliedAsync(2);
        await Eventually.Async(async () => await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked") == 1, "a gap");

        (await FastForwardAsync(pair)).ShouldBe(1);

        await pair.StartSenderAsync();
        await pair.RequestAsync(stream);
        await pair.WaitUntilAppliedAsync(4); // 1, 2, 5 and 6; 3 and 4 are without effect.
        (await pair.Receiver.ScalarAsync<long>("SELECT last_version FROM messaging.stream_in WHERE stream_id = @stream", new { stream })).ShouldBe(6);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_refuse_to_fast_forward_a_service_that_runs()
    {
        await using var pair = await OfficePair.StartAsync(servers);
        await pair.RequestAsync(Guid.CreateVersion7());
        await pair.WaitUntilAppliedAsync(1);

        (await Should.ThrowAsync<LauncherException>(FastForwardAsync(pair))).Message.ShouldContain("is running");
    }

    [Fact]
    public async Task Should_name_the_receivers_that_report_nothing()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await StartedOnceAsync(pair);

        var problem = await Should.ThrowAsync<LauncherException>(RestoredSender.FastForwardAsync(
            pair.SenderCode, pair.SenderDatabase, _ => throw new LauncherException(LauncherProblem.Usage, "Not there."), Others(pair), TestContext.Current.CancellationToken));

        problem.Message.ShouldContain(pair.ReceiverCode);
    }

    private static async Task StartedOnceAsync(OfficePair pair)
    {
        await pair.StartSenderAsync();
        await pair.Sender.DisposeAsync();
    }

    private static Task<int> FastForwardAsync(OfficePair pair) => RestoredSender.FastForwardAsync(
        pair.SenderCode, pair.SenderDatabase, _ => Task.FromResult(OperatorCalls.ClientOf(pair.Receiver)), Others(pair), TestContext.Current.CancellationToken);

    private static HashSet<string> Others(OfficePair pair) =>
        OutboxFastForward.ReceiversOf(pair.SenderCode).Where(code => !string.Equals(code, pair.ReceiverCode, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

    private static async Task RequestAsync(OfficePair pair, int count, Guid stream)
    {
        for (var number = 0; number < count; number++)
        {
            await pair.RequestAsync(stream);
        }
    }

    private static Task RestoreReceiverAsync(OfficePair pair, Guid stream, long version) => pair.Receiver.ExecuteAsync(
        """
        DELETE FROM messaging.inbox WHERE message_id IN (SELECT message_id FROM (SELECT message_id, row_number() OVER (ORDER BY entry) AS version FROM apply_log WHERE stream_id = @stream) AS l WHERE l.version > @version);
        DELETE FROM apply_log WHERE stream_id = @stream AND message_id NOT IN (SELECT message_id FROM messaging.inbox);
        UPDATE messaging.stream_in SET last_version = @version WHERE stream_id = @stream;
        DELETE FROM messaging.stream_in WHERE stream_id = @stream AND last_version = 0;
        """,
        new { stream, version });

    private static async Task StopAndRestoreSenderAsync(OfficePair pair, Guid stream, long version)
    {
        await pair.Sender.ExecuteAsync(
            """
            DELETE FROM messaging.sent_event WHERE stream_id = @stream AND version > @version;
            UPDATE messaging.stream_out SET last_version = @version WHERE stream_id = @stream;
            """,
            new { stream, version });
        await pair.Sender.DisposeAsync();
    }
}
