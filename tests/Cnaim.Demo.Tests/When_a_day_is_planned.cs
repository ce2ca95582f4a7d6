using Cnaim.Demo.Play;

namespace Cnaim.Demo.Tests;

public class When_a_day_is_planned
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(1175, 600, 450, 100, 25)]
    [InlineData(300, 153, 115, 26, 6)]
    [InlineData(40, 21, 15, 3, 1)]
    [InlineData(1, 1, 0, 0, 0)]
    public void Should_keep_the_proportions_of_the_centres(int visits, params int[] expected) => DayPlan.Share(visits).ShouldBe(expected);

    [Fact]
    public void Should_give_the_same_day_for_the_same_seed()
    {
        var one = DayPlan.Create(Samples.Data, 200, 7, Today).Select(Describe);
        var same = DayPlan.Create(Samples.Data, 200, 7, Today).Select(Describe);
        var other = DayPlan.Create(Samples.Data, 200, 8, Today).Select(Describe).ToList();

        one.ShouldBe(same);
        one.ShouldNotBe(other);
    }

    [Fact]
    public void Should_bring_every_person_of_the_scenarios_once()
    {
        var scenarios = DayPlan.Create(Samples.Data, 300, 1, Today).Where(visit => visit.Person?.Scenario is not null).Select(visit => visit.Person!.Scenario!).ToList();

        scenarios.Order(StringComparer.Ordinal).ShouldBe(Samples.Data.Scenarios.Select(scenario => scenario.Id));
    }

    [Fact]
    public void Should_deal_the_documented_proportions_of_behaviour()
    {
        var deck = new BehaviourDeck(new People.Draw(3));

        var dealt = Enumerable.Range(0, 300).Select(_ => deck.Deal()).CountBy(behaviour => behaviour).ToDictionary();

        dealt.ShouldBe(BehaviourDeck.Proportions.ToDictionary(item => item.Behaviour, item => item.Cards * 3), ignoreOrder: true);
    }

    private static string Describe(PlannedVisit visit) =>
        $"{visit.Centre.Code} {visit.Desk} {visit.ArrivesAt} {visit.Person?.GivenNames} {visit.Person?.Answers.ToJsonString()}";
}
