using Cnaim.Gateway.Counter;

namespace Cnaim.Gateway.Tests.Counter;

public sealed class When_a_date_is_typed
{
    [Theory]
    [InlineData("1", "2", "2027", "2027-02-01")]
    [InlineData(" 29 ", "02", "2028", "2028-02-29")]
    [InlineData("29", "2", "2027", null)]
    [InlineData("0", "2", "2027", null)]
    [InlineData("1", "2", "27", null)]
    [InlineData(null, null, "2027", null)]
    public void Should_be_a_day_that_exists(string? day, string? month, string? year, string? expected)
    {
        var date = new TypedDate { Day = day, Month = month, Year = year };
        date.IsEmpty.ShouldBeFalse();
        date.Read()?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected);
        (date.Read() is null).ShouldBe(expected is null);
    }

    [Fact]
    public void Should_be_empty_when_nothing_is_typed()
    {
        new TypedDate { Day = " " }.IsEmpty.ShouldBeTrue();
        TypedDate.Of(null).IsEmpty.ShouldBeTrue();
        TypedDate.Of(new DateOnly(2027, 3, 5)).Read().ShouldBe(new DateOnly(2027, 3, 5));
    }

    [Theory]
    [InlineData("mediator")]
    [InlineData("reception")]
    [InlineData("office-agent")]
    [InlineData("auditor")]
    [InlineData("data-protection-officer")]
    [InlineData("municipal-officer")]
    [InlineData("partner-client")]
    [InlineData("service")]
    public void Should_give_no_page_of_administration_to_other_roles(string role) => AdminPages.Of(role).ShouldBeEmpty();
}
