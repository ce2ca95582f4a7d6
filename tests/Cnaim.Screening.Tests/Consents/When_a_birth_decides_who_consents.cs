using Cnaim.Screening.Consents;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Consents;

public sealed class When_a_birth_decides_who_consents
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2008-11-23", true)]
    [InlineData("2008-11-22", false)]
    [InlineData("2008-01-01", false)]
    public void Should_let_a_guardian_speak_only_for_a_certain_minor(string bornFirst, bool isMinor) =>
        ConsentAge.IsMinor(Day(bornFirst), Today).ShouldBe(isMinor);

    [Theory]
    [InlineData("2010-11-23", true)]
    [InlineData("2010-11-22", false)]
    public void Should_need_a_guardian_under_sixteen(string bornFirst, bool needs) =>
        ConsentAge.NeedsGuardian(Day(bornFirst), Today).ShouldBe(needs);

    [Fact]
    public void Should_let_the_person_speak_where_no_birth_is_known()
    {
        ConsentAge.IsMinor(null, Today).ShouldBeFalse();
        ConsentAge.NeedsGuardian(null, Today).ShouldBeFalse();
        ConsentAge.MajorityOf(null).ShouldBeNull();
    }

    [Fact]
    public void Should_take_a_birthday_on_a_leap_day() => ConsentAge.MajorityOf(new DateOnly(2008, 2, 29)).ShouldBe(new DateOnly(2026, 2, 28));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
