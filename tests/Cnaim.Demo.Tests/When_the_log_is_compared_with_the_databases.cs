using Cnaim.Demo.Counting;
using Cnaim.Demo.Journal;

namespace Cnaim.Demo.Tests;

public class When_the_log_is_compared_with_the_databases
{
    [Fact]
    public void Should_find_nothing_wrong_in_a_good_run()
    {
        var result = Compare(Samples.Journal(), Samples.Reception(), Samples.Health(), Samples.Housing());

        (result.Lost.Count, result.Duplicated.Count, result.OutOfOrder.Count).ShouldBe((0, 0, 0));
        result.ByState["completed"].ShouldBe((1, 1));
        result.ByState["requested"].ShouldBe((1, 1));
    }

    [Fact]
    public void Should_count_what_the_receiver_never_got() =>
        Compare(Samples.Journal(), Samples.Reception(), Samples.Health(), Samples.Housing() with { Received = [] }).Lost.ShouldBe([Samples.Second.ToString()]);

    [Fact]
    public void Should_count_what_the_sender_forgot() =>
        Compare(Samples.Journal(), Samples.Reception() with { Sent = [Samples.Row(Samples.First, "completed", "health")] }, Samples.Health(), Samples.Housing())
            .Lost.ShouldBe([Samples.Second.ToString()]);

    [Fact]
    public void Should_count_states_that_differ() =>
        Compare(Samples.Journal(), Samples.Reception(), Samples.Health() with { Received = [Samples.Row(Samples.First, "in-progress")] }, Samples.Housing())
            .Lost.ShouldBe([Samples.First.ToString()]);

    [Fact]
    public void Should_count_what_went_to_another_office() =>
        Compare(Samples.Journal(), Samples.Reception(), Samples.Health() with { Received = [Samples.Row(Samples.First, "completed"), Samples.Row(Samples.Second, "requested")] }, Samples.Housing() with { Received = [] })
            .Lost.ShouldBe([Samples.Second.ToString()]);

    [Fact]
    public void Should_not_count_a_draft_that_its_desk_took_back()
    {
        var reception = Samples.Reception() with
        {
            Sent = [Samples.Row(Samples.First, "completed", "health"), Samples.Row(Samples.Second, "cancelled", "housing") with { WasSent = false }],
            SentStreams = [Samples.Stream(Samples.First, "health", 1)],
        };

        Compare(Samples.Journal(), reception, Samples.Health(), Samples.Housing() with { Received = [], AppliedStreams = [] }).Lost.ShouldBeEmpty();
    }

    [Fact]
    public void Should_count_a_draft_that_never_went_out() =>
        Compare(Samples.Journal(), Samples.Reception() with { Sent = [Samples.Row(Samples.First, "completed", "health"), Samples.Row(Samples.Second, "draft", "housing") with { WasSent = false }] }, Samples.Health(), Samples.Housing() with { Received = [] })
            .Lost.ShouldBe([Samples.Second.ToString()]);

    [Fact]
    public void Should_count_a_key_that_made_two_referrals()
    {
        var journal = Samples.Journal();
        journal[2] = Samples.Line(Samples.Second, "one", "housing");

        Compare(journal, Samples.Reception(), Samples.Health(), Samples.Housing()).Duplicated.ShouldBe(["key one"]);
    }

    [Fact]
    public void Should_count_a_referral_that_nobody_was_told_of()
    {
        var ghost = Guid.Parse("019a0000-0000-7000-8000-000000000003");

        Compare(Samples.Journal(), Samples.Reception() with { SentForPersons = [Samples.First, Samples.Second, ghost] }, Samples.Health(), Samples.Housing())
            .Duplicated.ShouldBe([ghost.ToString()]);
    }

    [Fact]
    public void Should_count_what_two_offices_hold() =>
        Compare(Samples.Journal(), Samples.Reception(), Samples.Health(), Samples.Housing() with { Received = [Samples.Row(Samples.First, "completed"), Samples.Row(Samples.Second, "requested")] })
            .Duplicated.ShouldBe([Samples.First.ToString()]);

    [Fact]
    public void Should_count_what_was_applied_twice() =>
        Compare(Samples.Journal(), Samples.Reception(), Samples.Health() with { Twice = [Samples.First] }, Samples.Housing()).Duplicated.ShouldBe([Samples.First.ToString()]);

    [Fact]
    public void Should_count_a_gap_in_a_stream() =>
        Compare(Samples.Journal(), Samples.Reception(), Samples.Health() with { SentStreams = [Samples.Stream(Samples.First, "reception", 2) with { LastVersion = 3 }] }, Samples.Housing())
            .OutOfOrder.ShouldBe([Samples.First.ToString()]);

    [Fact]
    public void Should_count_a_message_that_was_not_applied() =>
        Compare(Samples.Journal(), Samples.Reception() with { AppliedStreams = [Samples.Applied("health", Samples.First, 2)] }, Samples.Health(), Samples.Housing())
            .OutOfOrder.ShouldBe([Samples.First.ToString()]);

    [Fact]
    public void Should_count_a_timeline_that_steps_back() =>
        Compare(Samples.Journal(), Samples.Reception() with { TimelineOutOfOrder = [Samples.Second] }, Samples.Health(), Samples.Housing())
            .OutOfOrder.ShouldBe([Samples.Second.ToString()]);

    private static CountResult Compare(List<JournalLine> journal, params IReadOnlyList<ServiceCount> services) => CompareCounts.Compare(journal, services, []);
}
