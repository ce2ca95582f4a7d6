using Cnaim.Gateway.Counter.Pages.People;

namespace Cnaim.Gateway.Tests.Counter;

public sealed class When_a_minor_agrees
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(null, false, false)]
    [InlineData("", false, false)]
    [InlineData("unknown", false, false)]
    [InlineData("1994", false, false)]
    [InlineData("2008", false, false)]
    [InlineData("2008-12", true, false)]
    [InlineData("2008-11-23", false, false)]
    [InlineData("2008-11-24", true, false)]
    [InlineData("2010-11-24", true, true)]
    [InlineData("2011", true, true)]
    public void Should_count_only_what_is_certain_of_the_birth(string? birth, bool mayHave, bool needs) =>
        Minority.Of(birth, Today).ShouldBe(new Minority(mayHave, needs));

    [Fact]
    public void Should_not_let_the_youngest_speak_for_themselves()
    {
        Minority.Of("2011", Today).Speakers.ShouldNotContain("self");
        Minority.Of("2009", Today).Speakers[0].ShouldBe("self");
    }
}
