using Cnaim.Screening.Duplicates;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.People;

public sealed class When_a_merge_is_decided
{
    private static readonly Guid Kept = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();

    [Fact]
    public void Should_be_proposed_by_one_and_approved_by_another()
    {
        var proposed = DuplicateRules.Decide(present: null, Ask(DuplicateMark.Duplicate, "one")).Event!;
        (proposed.Status, proposed.DecidedBy).ShouldBe((DuplicateMark.Proposed, null));
        DuplicateRules.Decide(proposed, Ask(DuplicateMark.Duplicate, "one")).Refusal!.Code.ShouldBe("duplicate-second-person");
        var merged = DuplicateRules.Decide(proposed, Ask(DuplicateMark.Duplicate, "two")).Event!;
        (merged.Status, merged.ProposedBy, merged.DecidedBy).ShouldBe((DuplicateMark.Duplicate, "one", "two"));
        DuplicateRules.Decide(merged, Ask(DuplicateMark.Duplicate, "three")).Event.ShouldBe(merged);
    }

    [Theory]
    [InlineData(DuplicateMark.Proposed)]
    [InlineData(DuplicateMark.Duplicate)]
    public void Should_be_taken_back_by_anyone_and_asked_for_anew(string status)
    {
        var present = Ask(status, "one") with { DecidedBy = status is DuplicateMark.Duplicate ? "two" : null };
        var distinct = DuplicateRules.Decide(present, Ask(DuplicateMark.Distinct, "one")).Event!;
        (distinct.Status, distinct.DecidedBy, distinct.PersonDuplicateId).ShouldBe((DuplicateMark.Distinct, "one", present.PersonDuplicateId));
        DuplicateRules.Decide(distinct, Ask(DuplicateMark.Duplicate, "two")).Event!.Status.ShouldBe(DuplicateMark.Proposed);
    }

    [Theory]
    [InlineData(DuplicateMark.Proposed)]
    [InlineData(DuplicateMark.Duplicate)]
    public void Should_keep_its_direction(string status) =>
        DuplicateRules.Decide(Ask(status, "one"), Ask(DuplicateMark.Duplicate, "two") with { KeptId = Other, OtherId = Kept }).Refusal!.Code.ShouldBe("duplicate-otherwise");

    [Fact]
    public void Should_wait_for_two_others_after_somebody_could_not_tell()
    {
        var doubt = DuplicateRules.Decide(present: null, Ask(DuplicateMark.Unsure, "one")).Event!;
        (doubt.Status, doubt.DecidedBy).ShouldBe((DuplicateMark.Unsure, null));
        var proposed = DuplicateRules.Decide(doubt, Ask(DuplicateMark.Duplicate, "two")).Event!;
        (proposed.Status, proposed.ProposedBy, proposed.PersonDuplicateId).ShouldBe((DuplicateMark.Proposed, "two", doubt.PersonDuplicateId));
        DuplicateRules.Decide(doubt, Ask(DuplicateMark.Distinct, "two")).Event!.Status.ShouldBe(DuplicateMark.Distinct);
    }

    [Theory]
    [InlineData(DuplicateMark.Proposed)]
    [InlineData(DuplicateMark.Duplicate)]
    public void Should_not_be_unsettled_by_a_doubt(string status)
    {
        var present = Ask(status, "one");
        DuplicateRules.Decide(present, Ask(DuplicateMark.Unsure, "two")).Event.ShouldBe(present);
    }

    private static DuplicateMark Ask(string status, string by) =>
        new() { PersonDuplicateId = Guid.CreateVersion7(), KeptId = Kept, OtherId = Other, Status = status, ProposedBy = by };
}
