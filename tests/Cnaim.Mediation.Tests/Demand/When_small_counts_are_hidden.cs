using Cnaim.Mediation.Demand;

namespace Cnaim.Mediation.Tests.Demand;

public sealed class When_small_counts_are_hidden
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "<5")]
    [InlineData(4, "<5")]
    [InlineData(5, "5")]
    public void Should_hide_less_than_five(long count, string shown) => SmallCells.Of(count).Shown.ShouldBe(shown);

    [Fact]
    public void Should_let_no_sum_tell_what_is_hidden()
    {
        var table = DemandTable.Of(default, default, [Cell("ar", "nobody-free", 9), Cell("ar", "nobody-speaks", 2), Cell("uk", "nobody-free", 7)]);

        table.Cells.Select(cell => cell.Count.Shown).ShouldBe(["9", "<5", "7"]);
        table.Cells.Single(cell => cell.Count.Shown is "<5").Count.Count.ShouldBeNull();
        table.Languages.ShouldBe([new ShownSum("ar", null, Hidden), new ShownSum("uk", null, new ShownCount(7, "7"))]);
        table.Outcomes.ShouldBe([new ShownSum(null, "nobody-free", new ShownCount(16, "16")), new ShownSum(null, "nobody-speaks", Hidden)]);
        table.Total.ShouldBe(Hidden);
    }

    [Fact]
    public void Should_show_sums_of_what_is_shown() => DemandTable.Of(default, default, [Cell("ar", "nobody-free", 9), Cell("uk", "nobody-free", 7)]).Total.ShouldBe(new ShownCount(16, "16"));

    private static ShownCount Hidden { get; } = new(null, null);

    private static DemandCell Cell(string language, string outcome, long count) => new() { Language = language, Centre = "cnaim-lisboa", Outcome = outcome, Count = count };
}
