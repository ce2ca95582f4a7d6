using Cnaim.Mediation.Bookings;

namespace Cnaim.Mediation.Tests.Bookings;

public sealed class When_a_booking_moves
{
    private static readonly HeldMediator Next = new(Guid.CreateVersion7(), 7, "Brisa Exemplo", "cnaim-lisboa");
    private static readonly Guid First = Guid.CreateVersion7();

    /// <summary>What each action makes of each state; every pair that is not here is refused.</summary>
    private static readonly Dictionary<(string State, string Action), string> Moves = new()
    {
        [("requested", "match")] = "matched",
        [("requested", "fail")] = "failed",
        [("matched", "match")] = "matched",
        [("matched", "confirm")] = "confirmed",
        [("matched", "decline")] = "matched",
        [("matched", "start")] = "in-call",
        [("matched", "fail")] = "failed",
        [("confirmed", "match")] = "matched",
        [("confirmed", "decline")] = "matched",
        [("confirmed", "start")] = "in-call",
        [("confirmed", "fail")] = "failed",
        [("in-call", "complete")] = "done",
        [("in-call", "fail")] = "failed",
    };

    public static TheoryData<string, string> Pairs => [.. BookingState.All.SelectMany(state => BookingAction.All.Select(action => (state, action)))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Should_take_every_pair_of_state_and_action_as_the_table_says(string state, string action)
    {
        var decision = BookingRules.Move(In(state), action, Next, "cancelled", Samples.Monday);

        decision.Event?.State.ShouldBe(Moves.GetValueOrDefault((state, action)));
        decision.IsAccepted.ShouldBe(Moves.ContainsKey((state, action)));
        if (!decision.IsAccepted)
        {
            decision.Refusal!.Code.ShouldBe("mediation-move-not-allowed");
            decision.Refusal.Extensions!["allowed"].ShouldBe(BookingAction.All.Where(other => Moves.ContainsKey((state, other))).ToList());
        }
        else
        {
            decision.Event!.Version.ShouldBe(2);
        }
    }

    [Fact]
    public void Should_propose_the_next_and_not_the_one_who_declined()
    {
        var moved = BookingRules.Move(In("confirmed"), "decline", Next, null, Samples.Monday).Event!;

        (moved.MediatorId, moved.MediatorNo, moved.Declined).ShouldBe((Next.MediatorId, 7, 1));
        moved.ExcludedMediators.ShouldBe([First]);
    }

    [Fact]
    public void Should_wait_for_somebody_when_nobody_is_left()
    {
        var moved = BookingRules.Move(In("matched"), "decline", next: null, null, Samples.Monday).Event!;

        (moved.State, moved.MediatorId, moved.MediatorNo).ShouldBe(("requested", null, null));
        BookingRules.Move(moved, "match", next: null, null, Samples.Monday).Refusal!.Code.ShouldBe("nobody-else");
    }

    [Fact]
    public void Should_forget_whom_the_person_did_not_want_when_it_ends()
    {
        var booking = In("in-call") with { ExcludedMediators = [First], ExcludedAssociations = [First] };

        foreach (var ended in new[] { BookingRules.Move(booking, "complete", null, null, Samples.Monday), BookingRules.Move(booking, "fail", null, "technical", Samples.Monday) })
        {
            ended.Event!.ExcludedMediators.ShouldBeEmpty();
            ended.Event.ExcludedAssociations.ShouldBeEmpty();
            ended.Event.EndedAt.ShouldBe(Samples.Monday);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("because")]
    public void Should_fail_for_a_reason_of_the_list(string? reason) =>
        BookingRules.Move(In("matched"), "fail", null, reason, Samples.Monday).Refusal!.Code.ShouldBe("unknown-reason");

    private static Booking In(string state) => new() { State = state, MediatorId = state is "requested" ? null : First, MediatorNo = state is "requested" ? null : 1 };
}
