using System.Globalization;
using Cnaim.Gateway.Counter.Pages.People;

namespace Cnaim.Gateway.Tests.Counter;

public sealed class When_a_consent_ends
{
    /// <summary>A consent until a day ends at the midnight after it, in UTC.</summary>
    [Theory]
    [InlineData("2027-11-24T00:00:00Z", "2027-11-23")]
    [InlineData("2027-07-24T00:00:00Z", "2027-07-23")]
    [InlineData("2027-11-23T15:30:00Z", "2027-11-23")]
    public void Should_tell_the_last_day_on_which_it_counts(string validTo, string day) =>
        new Consent { ValidTo = DateTimeOffset.Parse(validTo, CultureInfo.InvariantCulture) }.LastDay.ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("deny", "inactive", "refused")]
    [InlineData("deny", "entered-in-error", "entered-in-error")]
    [InlineData("permit", "inactive", "inactive")]
    public void Should_tell_a_no_from_a_yes_that_is_over(string decision, string status, string shown) =>
        new Consent { Decision = decision, Status = status }.Shown.ShouldBe(shown);
}
