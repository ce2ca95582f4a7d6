using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Lanes;
using Cnaim.Subscriptions.Sending;
using Cnaim.Testing.Edge;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cnaim.Subscriptions.Tests.Lanes;

/// <summary>Kill -9 and leases: nothing is lost, and what comes twice has the same webhook-id.</summary>
public sealed class When_a_process_dies(SharedServers servers) : IAsyncLifetime
{
    private readonly Installation _here = new(servers);

    public ValueTask InitializeAsync() => _here.StartAsync(null, ("Lanes:LeaseSeconds", "20"));

    [Fact]
    public async Task Should_repeat_at_most_with_the_same_id()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await _here.AgreeAsync(terms => terms with { Municipalities = ["1106"] });
        var (id, _) = await _here.RegisterAsync(client, receiver);
        var isHeld = true;
        receiver.Answer = async (context, _) =>
        {
            if (isHeld)
            {
                await Task.Delay(60_000, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        };
        await _here.StopServiceAsync();
        var settings = _here.Settings().ToDictionary(pair => pair.Key.Replace(":", "__", StringComparison.Ordinal), pair => pair.Value, StringComparer.Ordinal);
        settings["Lanes__LeaseSeconds"] = "20";
        await using var process = await ServiceProcess.StartAsync("subscriptions", "Cnaim.Subscriptions", settings);
        var referral = Guid.CreateVersion7();
        var sent = new[] { await _here.Events.AcceptedAsync(referral), await _here.Events.AcceptedAsync(referral), await _here.Events.AcceptedAsync(referral) };
        await Calls.UntilAsync(() => receiver.Events.Count is 1, "the first is on its way");

        process.Kill();
        await process.WaitForExitAsync();
        isHeld = false;
        await _here.StartServiceAsync();
        await _here.PassAsync();
        receiver.Events.Count.ShouldBe(1, "the lane is the dead one's until its lease is over");

        await Calls.UntilAsync(async () => await _here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = @id AND state = 'delivered'", new { id }) is 3, "all arrive", seconds: 40);
        receiver.Events.Select(got => got.Id).ShouldBe(sent.Prepend(sent[0]).Select(one => one.ToString()));
    }

    /// <summary>Each step is held by a lock that the test has, so that the kill meets it there.</summary>
    [Theory]
    [InlineData("after the lease", 1)]
    [InlineData("after the answer, before its commit", 2)]
    [InlineData("in the inbox's transaction", 1)]
    public async Task Should_lose_nothing_at_any_step(string step, int times)
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await _here.AgreeAsync();
        var (id, _) = await _here.RegisterAsync(client, receiver);
        await _here.StopServiceAsync();
        await _here.ExecuteAsync("UPDATE endpoint SET leased_by = NULL, leased_until = NULL WHERE endpoint_id = @id", new { id });
        var settings = _here.Settings().ToDictionary(pair => pair.Key.Replace(":", "__", StringComparison.Ordinal), pair => pair.Value, StringComparer.Ordinal);
        settings["Lanes__LeaseSeconds"] = "20";
        await using var process = await ServiceProcess.StartAsync("subscriptions", "Cnaim.Subscriptions", settings);
        var sent = step is "in the inbox's transaction" ? await KillInInboxAsync(process) : await KillInLaneAsync(process, id, receiver, isAnswered: times is 2);
        await process.WaitForExitAsync();

        await _here.StartServiceAsync();

        await Calls.UntilAsync(async () => await _here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = @id AND state = 'delivered'", new { id }) is 1, "it is delivered", seconds: 60);
        receiver.Events.Select(got => got.Id).ShouldBe(Enumerable.Repeat(sent.ToString(), times));
        (await _here.ScalarAsync<long>("SELECT count(1) FROM event_log WHERE event_id = @sent", new { sent })).ShouldBe(1);
    }

    private async Task<Guid> KillInInboxAsync(ServiceProcess process)
    {
        await using var holder = await _here.Database.OpenConnectionAsync(Calls.Cancelled);
        await using var held = await holder.BeginTransactionAsync(Calls.Cancelled);
        await holder.ExecuteAsync(EventSql.TakeTurn, transaction: held);
        var sent = await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => await _here.ScalarAsync<long>("SELECT count(1) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7743 AND objid = 1 AND NOT granted") > 0, "its transaction waits");
        await CutAsync(process);
        return sent;
    }

    private async Task<Guid> KillInLaneAsync(ServiceProcess process, Guid id, Receiver receiver, bool isAnswered)
    {
        await using var holder = await _here.Database.OpenConnectionAsync(Calls.Cancelled);
        await using var held = await holder.BeginTransactionAsync(Calls.Cancelled);
        if (isAnswered)
        {
            // The answer is written with its attempt first.
            await holder.ExecuteAsync("LOCK TABLE attempt IN SHARE MODE", transaction: held);
            var sent = await _here.Events.AcceptedAsync(Guid.CreateVersion7());
            await Calls.UntilAsync(() => receiver.Events.Count is 1, "it was answered");
            await Calls.UntilAsync(() => WaitsAsync("attempt"), "its commit waits");
            await CutAsync(process);
            return sent;
        }

        await _here.ExecuteAsync("UPDATE endpoint SET state = 'paused' WHERE endpoint_id = @id", new { id });
        var owed = await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => await _here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = @id", new { id }) is 1, "it is owed");
        // The lease needs no event, the head does.
        await holder.ExecuteAsync("LOCK TABLE event_log IN ACCESS EXCLUSIVE MODE", transaction: held);
        await _here.ExecuteAsync("UPDATE endpoint SET state = 'active' WHERE endpoint_id = @id", new { id });
        await Calls.UntilAsync(async () => await _here.ScalarAsync<bool>("SELECT leased_by IS NOT NULL FROM endpoint WHERE endpoint_id = @id", new { id }), "it has the lease");
        await Calls.UntilAsync(() => WaitsAsync("event_log"), "its head waits");
        await CutAsync(process);
        return owed;
    }

    // With what the database was about to do for it: otherwise the statement goes on when the lock is free.
    private async Task CutAsync(ServiceProcess process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        await using var administrator = NpgsqlDataSource.Create(servers.Real.Postgres.AdminConnectionString);
        await using var cut = administrator.CreateCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
        await cut.ExecuteScalarAsync(Calls.Cancelled);
    }

    private async Task<bool> WaitsAsync(string table) =>
        await _here.ScalarAsync<long>("SELECT count(1) FROM pg_locks AS l JOIN pg_class AS c ON c.oid = l.relation WHERE NOT l.granted AND c.relname LIKE @table", new { table = table + "%" }) > 0;

    [Fact]
    public async Task Should_not_write_what_another_has_taken_over()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await _here.AgreeAsync();
        var (id, _) = await _here.RegisterAsync(client, receiver);
        using var partner = _here.As(client);
        await partner.DoAsync($"/v1/endpoints/{id}/pause");
        await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => await _here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = @id", new { id }) is 1, "it is owed");
        var (one, other) = (Store(), Store());
        // Already ours before the service may take it: one statement makes it active and leased.
        await _here.ExecuteAsync(
            "UPDATE endpoint SET state = 'active', leased_by = @holder, leased_until = clock_timestamp() + interval '1 hour', is_suspect = true WHERE endpoint_id = @id", new { id, holder = one.Holder });
        var head = (await one.HeadAsync(id, Calls.Cancelled))!;
        (await other.ClaimAsync(suspect: true, [id], 1, Calls.Cancelled)).ShouldBeEmpty("a lease holds");
        await _here.ExecuteAsync("UPDATE endpoint SET leased_until = clock_timestamp() - interval '1 second' WHERE endpoint_id = @id", new { id });
        (await other.ClaimAsync(suspect: true, [id], 1, Calls.Cancelled)).ShouldBe([id]);
        (await one.HeadAsync(id, Calls.Cancelled)).ShouldBeNull();

        var attempt = await _here.Services.GetRequiredService<TryEndpoint>().EventAsync(head, Calls.Cancelled);
        await one.SaveAsync(head, attempt, JudgeAnswer.Judge(head.Endpoint, AttemptKind.Event, attempt.Answer, 0), Calls.Cancelled);

        attempt.Answer.Outcome.ShouldBe(Outcome.Delivered);
        (await _here.ScalarAsync<string>("SELECT state FROM delivery WHERE endpoint_id = @id", new { id })).ShouldBe("waiting");
        (await other.HeadAsync(id, Calls.Cancelled)).ShouldNotBeNull();
        await other.ReleaseAsync(id);
    }

    private LaneStore Store() => new(
        _here.Services.GetRequiredService<NpgsqlDataSource>(), _here.Services.GetRequiredService<IServiceScopeFactory>(), _here.Services.GetRequiredService<IOptions<LaneOptions>>(), _here.Clock);

    public ValueTask DisposeAsync() => _here.DisposeAsync();
}
