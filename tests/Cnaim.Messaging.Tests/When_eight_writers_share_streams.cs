using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

public sealed class When_eight_writers_share_streams(RealServers servers)
{
    [Fact]
    public async Task Should_apply_every_request_once_and_in_version_order()
    {
        await using var pair = await OfficePair.StartAsync(servers);
        var streams = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToArray();
        var accepted = new System.Collections.Concurrent.ConcurrentBag<Guid>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 400),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, _) => accepted.Add(await pair.RequestAsync(streams[number % 5])));

        await pair.WaitUntilAppliedAsync(400, 60);
        (await pair.Receiver.QueryAsync<Guid>("SELECT request_id FROM apply_log ORDER BY request_id")).ShouldBe(accepted.Order());
        await Oracle.ShouldBeInOrderAsync(pair);
        (await Oracle.TornAsync(pair.Sender)).ShouldBe(0);
        (await pair.Receiver.ScalarAsync<long>("SELECT count(*) FROM messaging.parked")).ShouldBe(0);
    }
}
