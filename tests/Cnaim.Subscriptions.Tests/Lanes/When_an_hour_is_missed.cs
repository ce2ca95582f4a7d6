using System.Globalization;

namespace Cnaim.Subscriptions.Tests.Lanes;

/// <summary>An hour's outage at every endpoint, with thousands of events meanwhile: judged by what the receivers wrote into files of their own.</summary>
public sealed class When_an_hour_is_missed(Installation here) : IClassFixture<Installation>
{
    private const int Referrals = 100;
    private const int Each = 20;

    [Fact]
    public async Task Should_bring_everything_once_to_each_endpoint_in_order_for_each_referral()
    {
        var folder = Directory.CreateTempSubdirectory("cnaim-taken-").FullName;
        await using var one = await Receiver.StartAsync();
        await using var other = await Receiver.StartAsync();
        var isDown = true;
        foreach (var (receiver, name) in ((Receiver, string)[])[(one, "one"), (other, "other")])
        {
            var (file, gate) = (Path.Combine(folder, name), new Lock());
            receiver.Answer = (context, got) =>
            {
                if (!Volatile.Read(ref isDown))
                {
                    lock (gate)
                    {
                        File.AppendAllText(file, $"{got.Id} {got.Subject} {got.Json.GetProperty("sequence").GetString()}\n");
                    }
                }

                return Receiver.Status(context, Volatile.Read(ref isDown) ? 500 : 204);
            };
            await here.RegisterAsync(await here.AgreeAsync(), receiver);
        }

        var sent = await SayAsync();
        await Calls.UntilAsync(async () => await here.ScalarAsync<long>("SELECT count(1) FROM delivery") is 2 * Referrals * Each, "all are owed", seconds: 120);
        for (var minute = 0; minute < 60; minute += 10)
        {
            here.Clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(1100, Calls.Cancelled);
        }

        Volatile.Write(ref isDown, false);
        here.Clock.Advance(TimeSpan.FromHours(3));
        await Calls.UntilAsync(async () => await here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE state = 'waiting'") is 0, "all arrive", seconds: 180);

        foreach (var name in (string[])["one", "other"])
        {
            var lines = (await File.ReadAllLinesAsync(Path.Combine(folder, name), Calls.Cancelled)).Select(line => line.Split(' ')).ToList();
            lines.Select(line => line[0]).ShouldBe(sent, ignoreOrder: true);
            lines.GroupBy(line => line[1], StringComparer.Ordinal).Select(group => group.Select(line => int.Parse(line[2], CultureInfo.InvariantCulture)).ToList())
                .ShouldAllBe(versions => versions.SequenceEqual(Enumerable.Range(1, Each)));
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<IReadOnlyList<string>> SayAsync()
    {
        var said = await Task.WhenAll(Enumerable.Range(0, Referrals).Select(async _ =>
        {
            var (referral, ids) = (Guid.CreateVersion7(), new List<string>());
            for (var count = 0; count < Each; count++)
            {
                ids.Add((await here.Events.AcceptedAsync(referral)).ToString());
            }

            return ids;
        }));
        return [.. said.SelectMany(ids => ids)];
    }
}
