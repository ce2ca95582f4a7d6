using Cnaim.Mediation.Matching;
using Cnaim.Mediation.Mediators;

namespace Cnaim.Mediation.Tests.Matching;

public sealed class When_mediators_are_ranked
{
    private static readonly Guid Association = Guid.CreateVersion7();

    [Fact]
    public void Should_propose_who_speaks_the_language_well_enough() =>
        Rank(Samples.Wish(level: "fluent"), Samples.Mediator(1, "uk"), Samples.Mediator(2, level: "good"), Samples.Mediator(3, level: "native"), Samples.Mediator(4)).ShouldBe([3, 4]);

    [Fact]
    public void Should_leave_out_whom_the_person_does_not_want() =>
        Rank(
            Samples.Wish() with { ExcludedMediators = [Samples.Mediator(1).MediatorId], ExcludedAssociations = [Association] },
            Samples.Mediator(1), Samples.Mediator(2, association: Association), Samples.Mediator(3)).ShouldBe([3]);

    [Fact]
    public void Should_leave_out_who_is_not_active() => Rank(Samples.Wish(), Samples.Mediator(1) with { Active = false }, Samples.Mediator(2)).ShouldBe([2]);

    [Fact]
    public void Should_stay_at_the_centre_for_a_talk_in_person() =>
        Rank(Samples.Wish(), Samples.Mediator(1, centre: "cnaim-porto", remote: true), Samples.Mediator(2)).ShouldBe([2]);

    [Fact]
    public void Should_take_other_centres_after_the_own_one_for_a_talk_by_video() =>
        Rank(
            Samples.Wish(mode: Wish.ByVideo), Samples.Mediator(1, level: "native", centre: "cnaim-porto", remote: true), Samples.Mediator(2, centre: "cnaim-faro"), Samples.Mediator(3)).ShouldBe([3, 1]);

    [Fact]
    public void Should_propose_whom_the_person_would_rather_speak_with_before_the_rest() =>
        Rank(Samples.Wish(gender: "female"), Samples.Mediator(1, level: "native", gender: "male"), Samples.Mediator(2, level: "native"), Samples.Mediator(3, gender: "female")).ShouldBe([3, 1, 2]);

    [Fact]
    public void Should_propose_the_better_speaker_first() => Rank(Samples.Wish(), Samples.Mediator(1, level: "good"), Samples.Mediator(2, level: "native")).ShouldBe([2, 1]);

    [Fact]
    public void Should_propose_who_is_free_before_who_is_free_later()
    {
        var matches = RankMediators.Of(
            [Samples.Candidate(Samples.Mediator(1, level: "native"), Samples.From(Samples.Monday.AddMinutes(15), 60)), Samples.Candidate(Samples.Mediator(2, level: "good"))], Samples.Wish());

        matches.Select(match => match.Mediator.MediatorNo).ShouldBe([2, 1]);
        matches.Select(match => match.IsFree).ShouldBe([true, false]);
        matches[1].FreeFrom.ShouldBe(Samples.Monday.AddMinutes(75));
    }

    [Fact]
    public void Should_share_the_work()
    {
        var later = Samples.From(Samples.Monday.AddHours(3), 30);
        RankMediators.Of([Samples.Candidate(Samples.Mediator(1), later), Samples.Candidate(Samples.Mediator(2))], Samples.Wish()).Select(match => match.Mediator.MediatorNo).ShouldBe([2, 1]);
    }

    [Fact]
    public void Should_leave_out_who_has_no_time_in_two_weeks() =>
        RankMediators.Of([Samples.Candidate(Samples.Mediator(1), new TimeSlot(Samples.Monday, Samples.Monday.AddDays(30)))], Samples.Wish()).ShouldBeEmpty();

    [Fact]
    public void Should_name_the_next_steps_in_their_order()
    {
        var languages = Languages.LanguageCatalogue.Load();
        var elsewhere = RankMediators.Of([Samples.Candidate(Samples.Mediator(1, centre: "cnaim-porto", remote: true))], Samples.Wish(mode: Wish.ByVideo));

        var steps = NextSteps.Of(elsewhere, languages.Find("am")!, ["fr"]);

        steps.Select(step => step.Step).ShouldBe(["other-centre-by-video", "telephone-translation", "common-language"]);
        steps.ShouldAllBe(step => step.Available);
        (steps[0].Mediators, steps[1].Assumed).ShouldBe((1, true));
        steps[2].Languages.ShouldBe(["fr"]);
        NextSteps.Of([], languages.Find("pt")!, []).ShouldAllBe(step => !step.Available);
    }

    private static IEnumerable<long> Rank(Wish wish, params Mediator[] mediators) =>
        RankMediators.Of(mediators.Select(mediator => Samples.Candidate(mediator)), wish).Select(match => match.Mediator.MediatorNo);
}
