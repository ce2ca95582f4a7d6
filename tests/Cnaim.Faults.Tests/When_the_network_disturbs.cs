using Cnaim.Testing;
using RabbitMQ.Client;

namespace Cnaim.Faults.Tests;

/// <summary>F7, F8, F9: the network repeats, shuffles and drops between two processes; what protects against it is then switched off.</summary>
public sealed class When_the_network_disturbs(FaultLab lab)
{
    private const int Messages = 60;

    // The source is asked after a second, and what waited is applied a second after the answer.
    private const string LongOverdue = "SELECT count(*)::int FROM messaging.parked WHERE reason = 'gap' AND parked_at < clock_timestamp() - interval '10 seconds'";

    private static readonly Dictionary<string, Func<List<BasicGetResult>, IEnumerable<BasicGetResult>>> Disturbances = new(StringComparer.Ordinal)
    {
        ["repeats"] = messages => messages.SelectMany(message => Enumerable.Repeat(message, Random.Shared.Next(1, 6))).Concat(messages),
        ["shuffles"] = messages => messages.AsEnumerable().Reverse(),
        ["drops"] = messages => messages.Skip(1),
    };

    [Theory]
    [InlineData("repeats")]
    [InlineData("shuffles")]
    [InlineData("drops")]
    public async Task Should_apply_everything_once_and_in_order(string disturbance)
    {
        var report = await DisturbAsync("", disturbance);

        report.IsClean.ShouldBeTrue(report.ToString());
        report.Accepted.ShouldBe(Messages);
    }

    [Fact]
    public async Task Should_apply_twice_when_inbox_and_versions_are_off() =>
        (await DisturbAsync("inbox-off,version-check-off", "repeats")).Doubled.ShouldBePositive();

    [Fact]
    public async Task Should_break_order_when_versions_are_off() =>
        (await DisturbAsync("version-check-off", "shuffles")).OrderBreaks.ShouldBePositive();

    [Fact]
    public async Task Should_leave_the_successors_parked_when_retries_are_off()
    {
        await using var pair = await FaultPair.CreateAsync(lab, "retry-off");
        await DeliverAsync(pair, "drops");
        await Eventually.Async(async () => await pair.B.ScalarAsync<int>(LongOverdue) > 0, "a gap that nobody asked about", 120, 500);

        var report = await pair.CountAsync();

        report.IsUnhealedOnly.ShouldBeTrue(report.ToString());
        (await pair.B.ScalarAsync<int>("SELECT count(*)::int FROM messaging.sent_event")).ShouldBe(0);
        await FaultPair.CureAsync(pair.B);
        (await pair.HealAndCountAsync()).IsClean.ShouldBeTrue();
    }

    private async Task<FaultReport> DisturbAsync(string switches, string disturbance)
    {
        await using var pair = await FaultPair.CreateAsync(lab, switches);
        await DeliverAsync(pair, disturbance);
        return await pair.HealAndCountAsync();
    }

    private static async Task DeliverAsync(FaultPair pair, string disturbance)
    {
        await pair.A.StartAndWaitAsync();
        pair.Load.Burst(Messages);
        await pair.Load.DrainAsync();
        var taken = await Shim.TakeAsync(pair, Messages);
        await pair.B.StartAndWaitAsync();
        await Shim.DeliverAsync(pair, Disturbances[disturbance](taken));
    }
}
