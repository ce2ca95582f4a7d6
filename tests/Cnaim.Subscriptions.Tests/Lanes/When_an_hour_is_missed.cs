using System.Globalization;

namespace Cnaim.Subscriptions.Tests.Lanes;

/// <summary>An hour's outage at every endpoint, with thousands of events meanwhile: judged by what the receivers wrote into files of their own.</summary>
public sealed class When_an_hour_is_missed(Installation here) : IClassFixture<Installation>
{
    private const int Each = 20;
    private readonly string _folder = Directory.CreateTempSubdirectory("cnaim-taken-").FullName;
    private bool _isDown = true;

    [Fact]
    public Task Should_bring_everything_once_to_each_endpoint_in_order_for_each_referral() => MissAsync(referrals: 180);

    /// <summary>No faster than an endpoint may be asked for, which is 100 a second.</summary>
    [Fact]
    [Trait("Profile", "long")]
    public Task Should_bring_twenty_thousand() => MissAsync(referrals: 1000);

    private async Task MissAsync(int referrals)
    {
        await using var one = await Receiver.StartAsync();
        await using var other = await Receiver.StartAsync();
        Guid[] endpoints = [await RegisterAsync(one, "one"), await RegisterAsync(other, "other")];
        var sent = await SayAsync(referrals);
        await Calls.UntilAsync(async () => await here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = ANY (@endpoints)", new { endpoints }) == 2 * sent.Count, "all are owed", seconds: 300);
        await here.MissAnHourAsync(endpoints);

        Volatile.Write(ref _isDown, false);
        here.Clock.Advance(TimeSpan.FromHours(3));
        for (var rest = await RestAsync(endpoints); rest > 0; rest = await RestAsync(endpoints))
        {
            // However slow the machine is: what stands still has failed.
            await Calls.UntilAsync(async () => await RestAsync(endpoints) < rest, $"more arrive of {rest}", seconds: 30);
        }

        foreach (var name in (string[])["one", "other"])
        {
            var lines = (await File.ReadAllLinesAsync(Path.Combine(_folder, name), Calls.Cancelled)).Select(line => line.Split(' ')).ToList();
            lines.Select(line => line[0]).Order(StringComparer.Ordinal).ShouldBe(sent.Order(StringComparer.Ordinal));
            lines.GroupBy(line => line[1], StringComparer.Ordinal).Select(group => group.Select(line => int.Parse(line[2], CultureInfo.InvariantCulture)).ToList())
                .ShouldAllBe(versions => versions.SequenceEqual(Enumerable.Range(1, Each)));
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Whoever is up writes down what it takes.</summary>
    private async Task<Guid> RegisterAsync(Receiver receiver, string name)
    {
        var (file, gate) = (Path.Combine(_folder, name), new Lock());
        receiver.Answer = (context, got) =>
        {
            if (Volatile.Read(ref _isDown))
            {
                return Receiver.Status(context, 500);
            }

            lock (gate)
            {
                File.AppendAllText(file, $"{got.Id} {got.Subject} {got.Json.GetProperty("sequence").GetString()}\n");
            }

            return Receiver.Status(context, 204);
        };
        return (await here.RegisterAsync(await here.AgreeAsync(), receiver)).Id;
    }

    private Task<long> RestAsync(Guid[] endpoints) => here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = ANY (@endpoints) AND state = 'waiting'", new { endpoints });

    private async Task<IReadOnlyList<string>> SayAsync(int referrals)
    {
        var said = await Task.WhenAll(Enumerable.Range(0, referrals).Select(async _ =>
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
