using Cnaim.Mediation.Demo;
using Cnaim.Mediation.Languages;

namespace Cnaim.Mediation.Tests.Demo;

public sealed class When_mediators_are_invented
{
    private static readonly DateOnly Today = new(2027, 6, 7);

    [Fact]
    public void Should_be_seventy_with_names_of_their_own_over_four_centres()
    {
        var mediators = DemoMediators.Mediators(DemoMediators.Seed, Today);

        mediators.Count.ShouldBe(70);
        mediators.Select(mediator => mediator.DisplayName).Distinct().Count().ShouldBe(70);
        mediators.Select(mediator => mediator.MediatorId).Distinct().Count().ShouldBe(70);
        mediators.Select(mediator => mediator.Centre).Distinct().ShouldBe(["cnaim-lisboa", "cnaim-porto", "cnaim-faro", "cnaim-beja"]);
        mediators.ShouldAllBe(mediator => mediator.Demo);
    }

    [Fact]
    public void Should_speak_the_languages_of_the_mediators()
    {
        var spoken = DemoMediators.Mediators(DemoMediators.Seed, Today).SelectMany(mediator => mediator.Languages).Select(language => language.Tag).Distinct();

        spoken.ShouldBe(LanguageCatalogue.Load().All.Where(language => language.Mediators).Select(language => language.Tag), ignoreOrder: true);
    }

    [Fact]
    public void Should_be_the_same_for_the_same_seed_and_others_for_another()
    {
        Names("a").ShouldBe(Names("a"));
        Names("a").ShouldNotBe(Names("b"));
    }

    private static IEnumerable<Guid> Names(string seed) => DemoMediators.Mediators(seed, Today).Select(mediator => mediator.MediatorId);
}
