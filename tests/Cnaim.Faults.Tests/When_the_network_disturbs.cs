using RabbitMQ.Client;

namespace Cnaim.Faults.Tests;

/// <summary>F7, F8, F9: the network repeats, shuffles and drops between two processes; what protects against it is then switched off.</summary>
public sealed class When_the_network_disturbs(FaultLab lab)
{
    private const int Messages = 60;

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
        var report = await DisturbAsync("", 60, disturbance);

        report.IsClean.ShouldBeTrue(report.ToString());
        report.Accepted.ShouldBe(Messages);
    }

    [Fact]
    public async Task Should_apply_twice_when_inbox_and_versions_are_off() =>
        (await DisturbAsync("inbox-off,version-check-off", 10, "repeats")).Doubled.ShouldBePositive();

    [Fact]
    public async Task Should_break_order_when_versions_are_off() =>
        (await DisturbAsync("version-check-off", 10, "shuffles")).OrderBreaks.ShouldBePositive();

    [Fact]
    public async Task Should_not_heal_when_retries_are_off() =>
        (await DisturbAsync("retry-off", 12, "drops")).Unhealed.ShouldBePositive();

    private async Task<FaultReport> DisturbAsync(string switches, double seconds, string disturbance)
    {
        await using var pair = await FaultPair.CreateAsync(lab, switches);
        await pair.A.StartAndWaitAsync();
        pair.Load.Burst(Messages);
        await pair.Load.DrainAsync();
        var taken = await Shim.TakeAsync(pair, Messages);
        await pair.B.StartAndWaitAsync();
        await Shim.DeliverAsync(pair, Disturbances[disturbance](taken));
        return await pair.HealAndCountAsync(seconds);
    }
}
