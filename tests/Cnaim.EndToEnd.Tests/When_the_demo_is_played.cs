using Cnaim.Demo;
using Cnaim.Testing;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_the_demo_is_played(PlatformFixture fixture)
{
    [Fact]
    public async Task Should_lose_double_and_reorder_nothing()
    {
        var options = new DemoOptions { Visits = 40, DataFolder = Repository.At("deploy", "data"), LogFolder = Path.Combine(fixture.Platform.Home, "demo") };
        using var day = new DemoDay(fixture.Platform.Demo, options, TimeProvider.System);

        var report = await day.PlayAsync(TestContext.Current.CancellationToken);

        report.Troubles.ShouldBeEmpty();
        (report.Figures.Lost, report.Figures.Duplicated, report.Figures.OutOfOrder).ShouldBe((0, 0, 0), string.Join(", ", report.Evidence));
        report.Figures.Visits.ShouldBe(40);
        report.Figures.Referrals.ShouldBeGreaterThan(40);
        report.Figures.Completed.ShouldBeGreaterThan(0);
        report.Figures.Rejected.ShouldBeGreaterThan(0);
        report.Figures.Unanswered.ShouldBeGreaterThan(0);
        report.IsGood.ShouldBeTrue();
    }
}
