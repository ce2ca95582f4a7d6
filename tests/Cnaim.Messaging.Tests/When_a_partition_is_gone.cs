using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

/// <summary>The inbox makes its partitions ahead and remembers them; one that is dropped behind its back is made again.</summary>
public sealed class When_a_partition_is_gone(RealServers servers)
{
    [Fact]
    public async Task Should_make_it_again_and_apply()
    {
        await using var pair = await OfficePair.StartAsync(servers);
        await pair.RequestAsync(Guid.CreateVersion7());
        await pair.WaitUntilAppliedAsync(1);
        var today = await pair.Sender.ScalarAsync<string>("SELECT to_char(max(event_day), 'YYYYMMDD') FROM messaging.sent_event");
        await pair.Receiver.ExecuteAsync($"DROP TABLE messaging.inbox_{today}");

        await pair.RequestAsync(Guid.CreateVersion7());

        await pair.WaitUntilAppliedAsync(2);
        (await pair.Receiver.ScalarAsync<long>($"SELECT count(*) FROM messaging.inbox_{today}")).ShouldBe(1);
        (await OperatorCalls.ListErrorsAsync(pair.Receiver, "error")).ShouldBeEmpty();
    }
}
