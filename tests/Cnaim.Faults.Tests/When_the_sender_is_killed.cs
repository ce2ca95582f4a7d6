using System.Globalization;

namespace Cnaim.Faults.Tests;

/// <summary>F1: kill -9 of the sender at each step of writing and relaying.</summary>
public sealed class When_the_sender_is_killed(FaultLab lab)
{
    private static readonly string[] Steps = ["write.after-insert", "write.before-commit", "write.after-commit", "relay.after-publish"];

    [Fact]
    public async Task Should_lose_and_double_nothing_at_any_step()
    {
        var report = await CrashAtAsync("", Steps);

        report.IsClean.ShouldBeTrue(report.ToString());
        report.Faults.ShouldBe(Steps.Length);
    }

    [Fact]
    public async Task Should_lose_messages_when_they_are_written_outside_the_transaction() =>
        (await CrashAtAsync("publish-outside-tx", "write.after-commit")).Lost.ShouldBePositive();

    [Fact]
    public async Task Should_apply_ghosts_when_messages_are_written_before_the_commit() =>
        (await CrashAtAsync("publish-before-commit", "write.before-commit")).Ghosts.ShouldBePositive();

    [Fact]
    public async Task Should_write_twice_when_keys_are_ignored() =>
        (await CrashAtAsync("idempotency-off", "write.after-commit")).RepeatedRows.ShouldBePositive();

    [Fact]
    public async Task Should_tear_audit_from_state_when_it_is_written_outside_the_transaction() =>
        (await CrashAtAsync("audit-outside-tx", "write.after-commit")).Torn.ShouldBePositive();

    private async Task<FaultReport> CrashAtAsync(string switches, params string[] points)
    {
        await using var pair = await FaultPair.CreateAsync(lab, switches);
        var receiver = pair.B.StartAndWaitAsync();
        foreach (var point in points)
        {
            await pair.A.StartAndWaitAsync(string.Create(CultureInfo.InvariantCulture, $"{point}=crash@{Random.Shared.Next(3, 12)}"));
            await pair.UnderLoadAsync(50, pair.A.EndedAsync);
            pair.Faults++;
        }

        await Task.WhenAll(pair.A.StartAndWaitAsync(), receiver);
        return await pair.HealAndCountAsync();
    }
}
