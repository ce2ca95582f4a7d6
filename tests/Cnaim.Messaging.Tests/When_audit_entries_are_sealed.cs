using Cnaim.Messaging.Auditing;
using Cnaim.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cnaim.Messaging.Tests;

public sealed class When_audit_entries_are_sealed(RealServers servers)
{
    [Fact]
    public async Task Should_chain_what_eight_writers_commit_at_the_same_time()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var index = 0; index < 10; index++)
            {
                (await audited.PostAsync()).EnsureSuccessStatusCode().Dispose();
            }
        }));
        await audited.SealedAsync();

        var report = await audited.VerifyAsync();
        (report.Seals, report.IsIntact).ShouldBe((80L, true));
    }

    [Fact]
    public async Task Should_not_miss_an_entry_whose_transaction_was_slow()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await using var slow = await audited.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var write = new NpgsqlCommand("INSERT INTO audit_entry (subject, office, centre, role, action, record_kind, record_id) VALUES ('s', 'o', 'c', 'r', 'slow', 'k', 'i')", slow, transaction))
        {
            await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        // Rounds enough for the floor to rise above the slow entry, were it not held back.
        for (var round = 0; round < 5; round++)
        {
            await audited.WriteAsync(1);
            audited.Clock.Step(TimeSpan.FromSeconds(2));
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await audited.WriteAsync(1);
        (await audited.Office.ScalarAsync<long>("SELECT seal_no FROM audit_seal JOIN audit_entry USING (entry_id) WHERE action = 'slow'")).ShouldBeGreaterThan(5);
        (await audited.VerifyAsync()).IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_seal_what_another_process_wrote_and_what_was_left_before_the_start()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await InsertAsync(audited);
        await audited.SealedAsync();
        await audited.Office.DisposeAsync();
        await InsertAsync(audited);

        await audited.StartOfficeAsync();
        await audited.SealedAsync();

        (await audited.VerifyAsync()).Seals.ShouldBe(2);
    }

    [Fact]
    public async Task Should_keep_one_chain_with_two_replicas()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        var sealers = Enumerable.Range(0, 4).Select(_ => Sealer(audited)).ToList();
        for (var round = 0; round < 10; round++)
        {
            await InsertAsync(audited);
            await Task.WhenAll(sealers.Select(sealer => sealer.RunAsync(TestContext.Current.CancellationToken)));
        }

        await audited.SealedAsync();
        var report = await audited.VerifyAsync();
        (report.Seals, report.IsIntact).ShouldBe((10L, true));
    }

    [Fact]
    public async Task Should_go_on_after_a_backup_came_back()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(4);
        audited.Clock.Step(TimeSpan.FromSeconds(2));
        await audited.WriteAsync(1);
        audited.Clock.Step(TimeSpan.FromSeconds(2));
        await audited.WriteAsync(1);

        // What a restored dump looks like to a running service: fewer rows, and ids given out a second time.
        await audited.AttackAsync("DELETE FROM audit_entry WHERE entry_id > 2; DELETE FROM audit_seal WHERE seal_no > 2; ALTER TABLE audit_entry ALTER entry_id RESTART 3");
        await audited.WriteAsync(2);

        var report = await audited.VerifyAsync();
        (report.Seals, report.IsIntact).ShouldBe((4L, true));
    }

    [Theory]
    [InlineData(0, 59, false, false)]
    [InlineData(61, 3, false, false)]
    [InlineData(61, 63, true, false)]
    [InlineData(14_399, 14_399, true, false)]
    [InlineData(14_401, 14_403, true, true)]
    public void Should_alert_after_a_minute_and_refuse_after_four_hours(int before, int now, bool isLate, bool isOverdue)
    {
        var state = new SealState();

        state.Saw(TimeSpan.FromSeconds(before));
        state.Saw(TimeSpan.FromSeconds(now));

        (state.IsLate, state.IsOverdue).ShouldBe((isLate, isOverdue));
    }

    [Fact]
    public async Task Should_refuse_writes_while_nothing_was_sealed_for_four_hours()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(1);
        var role = new NpgsqlConnectionStringBuilder(audited.Accounts.Sealer).Username;
        await using (var stop = audited.Owner.CreateCommand($"REVOKE INSERT ON audit_seal FROM {role}; INSERT INTO audit_entry (at, subject, office, centre, role, action, record_kind, record_id) VALUES (now() - interval '5 hours', 's', 'o', 'c', 'r', 'a', 'k', 'i')"))
        {
            await stop.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var state = audited.Office.App.Services.GetRequiredService<SealState>();
        await Eventually.Async(() => Task.FromResult(state.IsOverdue), "the monitor to see it");
        using (var refused = await audited.PostAsync("one"))
        {
            refused.IsSuccessStatusCode.ShouldBeFalse();
        }

        (await audited.Office.ScalarAsync<long>("SELECT count(*) FROM probe_accepted")).ShouldBe(1);
        await using (var go = audited.Owner.CreateCommand($"GRANT INSERT ON audit_seal TO {role}"))
        {
            await go.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await Eventually.Async(() => Task.FromResult(!state.IsOverdue), "the sealer to go on");
        using var accepted = await audited.PostAsync("one");
        accepted.IsSuccessStatusCode.ShouldBeTrue();
    }

    private static SealEntries Sealer(AuditedOffice audited) => new(
        audited.Office.App.Services.GetRequiredService<SealDatabase>(), new SealFloor(TimeProvider.System), audited.Office.App.Services.GetRequiredService<MessagingService>());

    private static async Task InsertAsync(AuditedOffice audited)
    {
        await using var write = audited.Owner.CreateCommand("INSERT INTO audit_entry (subject, office, centre, role, action, record_kind, record_id) VALUES ('s', 'o', 'c', 'r', 'a', 'k', 'i')");
        await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
