using Cnaim.Gateway.Counter.Pages.Interpreting;
using Cnaim.Gateway.Counter.Pages.Mediators;

namespace Cnaim.Gateway.Tests.Counter;

public sealed class When_a_language_is_typed
{
    private static readonly Tongue[] Tongues =
    [
        new() { Tag = "kea", NameNative = "kabuverdianu", NamePt = "crioulo de Cabo Verde", NameEn = "Cape Verdean Creole" },
        new() { Tag = "pov", NameNative = "kriol", NamePt = "crioulo da Guiné-Bissau", NameEn = "Guinea-Bissau Creole" },
        new() { Tag = "ru", NameNative = "русский", NamePt = "russo", NameEn = "Russian" },
    ];

    [Theory]
    [InlineData("crioulo de cabo verde", "kea")]
    [InlineData("KABUVERDIANU", "kea")]
    [InlineData("guine", "pov")]
    [InlineData(" Русский ", "ru")]
    [InlineData("ru", "ru")]
    public void Should_be_found_by_any_of_its_names_without_accents(string typed, string tag) => NameSearch.Of(Tongues, typed).ShouldHaveSingleItem().Tag.ShouldBe(tag);

    [Fact]
    public void Should_offer_all_that_fit() => NameSearch.Of(Tongues, "crioulo").Select(tongue => tongue.Tag).ShouldBe(["kea", "pov"]);

    [Theory]
    [InlineData("")]
    [InlineData("klingon")]
    public void Should_be_none_of_what_fits_nothing(string typed) => NameSearch.Of(Tongues, typed).ShouldBeEmpty();
}
