using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

public sealed class When_a_referral_is_sent(RealServers servers)
{
    [Fact]
    public async Task Should_apply_it_once_at_the_receiver_and_empty_the_outbox()
    {
        await using var pair = await OfficePair.StartAsync(servers);
        var request = await pair.RequestAsync(Guid.CreateVersion7());

        await pair.WaitUntilAppliedAsync(1);

        (await pair.Receiver.QueryAsync<Guid>("SELECT request_id FROM apply_log")).ShouldBe([request]);
        await Eventually.Async(async () => await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox") == 0, "an empty outbox");
    }
}
