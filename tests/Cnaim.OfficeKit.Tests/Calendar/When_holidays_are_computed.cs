using Cnaim.OfficeKit.Calendar;

namespace Cnaim.OfficeKit.Tests.Calendar;

public sealed class When_holidays_are_computed
{
    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Should_find_Easter(int year, int month, int day) => PortugueseHolidays.Easter(year).ShouldBe(new DateOnly(year, month, day));

    [Fact]
    public void Should_know_the_thirteen_of_2026()
    {
        var found = Enumerable.Range(0, 365).Select(new DateOnly(2026, 1, 1).AddDays).Where(PortugueseHolidays.Contains).Select(date => (date.Month, date.Day));

        found.ShouldBe([(1, 1), (4, 3), (4, 5), (4, 25), (5, 1), (6, 4), (6, 10), (8, 15), (10, 5), (11, 1), (12, 1), (12, 8), (12, 25)]);
    }
}
