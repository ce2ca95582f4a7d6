using Cnaim.Cli.Auditing;
using Cnaim.Launcher;
using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

/// <summary>What <c>./cnaim audit show</c> reads, as the sealer that may only read.</summary>
public sealed class When_a_trail_is_shown(RealServers servers)
{
    [Fact]
    public async Task Should_show_the_newest_first_with_their_places_in_the_chain()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(3);

        var shown = await ShowAsync(audited, new EntryFilter(null, null, null, Limit: 2));

        shown.Select(entry => entry.SealNo).ShouldBe([3, 2]);
        shown.ShouldAllBe(entry => entry.Action.Length > 0 && entry.RecordId.Length > 0);
    }

    [Fact]
    public async Task Should_show_one_record_and_one_time_only()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(1);
        await audited.ExecuteAsync("INSERT INTO audit_entry (at, subject, office, centre, role, action, record_kind, record_id) VALUES (now() - interval '2 days', 's', 'o', 'c', 'r', 'a', 'case', 'one/of them')");
        var (yesterday, longAgo) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(-3));

        (await ShowAsync(audited, EntryFilter.Of("case/one/of them", longAgo, 10)!)).Single().Action.ShouldBe("a");
        (await ShowAsync(audited, EntryFilter.Of("case/one/of them", yesterday, 10)!)).ShouldBeEmpty();
        (await ShowAsync(audited, EntryFilter.Of("case/another", since: null, 10)!)).ShouldBeEmpty();
        (await ShowAsync(audited, EntryFilter.Of(record: null, yesterday, 10)!)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("case")]
    [InlineData("case/")]
    [InlineData("/one")]
    [InlineData("")]
    public void Should_take_no_record_without_kind_and_id(string record) => EntryFilter.Of(record, since: null, 10).ShouldBeNull();

    [Fact]
    public async Task Should_say_that_the_database_cannot_be_read() =>
        (await Should.ThrowAsync<LauncherException>(() => ShowEntries.RunAsync("Host=127.0.0.1;Port=1;Username=none;Timeout=2", EntryFilter.Of(null, null, 1)!, TestContext.Current.CancellationToken)))
            .Message.ShouldStartWith("The database cannot be read");

    private static Task<IReadOnlyList<ShownEntry>> ShowAsync(AuditedOffice audited, EntryFilter filter) =>
        ShowEntries.RunAsync(audited.Accounts.Sealer, filter, TestContext.Current.CancellationToken);
}
