using Cnaim.Mediation.Interpreting;

namespace Cnaim.Mediation.Tests.Interpreting;

public sealed class When_a_call_moves
{
    private static readonly string[] States = ["requested", "matched", "in-call", "done", "failed"];
    private static readonly InterpretingMove Move = new() { Minutes = 10, Quality = 3, Reason = "technical" };

    /// <summary>What each action makes of each state; every pair that is not here is refused.</summary>
    private static readonly Dictionary<(string State, string Action), string> Moves = new()
    {
        [("requested", "match")] = "matched",
        [("requested", "fail")] = "failed",
        [("matched", "start")] = "in-call",
        [("matched", "redial")] = "matched",
        [("matched", "extend")] = "matched",
        [("matched", "fail")] = "failed",
        [("in-call", "redial")] = "matched",
        [("in-call", "extend")] = "in-call",
        [("in-call", "complete")] = "done",
        [("in-call", "fail")] = "failed",
        [("done", "rate")] = "done",
    };

    public static TheoryData<string, string> Pairs => [.. States.SelectMany(state => InterpretingAction.All.Select(action => (state, action)))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Should_take_every_pair_of_state_and_action_as_the_table_says(string state, string action)
    {
        var decision = InterpretingRules.Move(In(state), action, Move, new LineAnswer("one", null), Samples.Monday);

        decision.Event?.State.ShouldBe(Moves.GetValueOrDefault((state, action)));
        decision.IsAccepted.ShouldBe(Moves.ContainsKey((state, action)));
        if (!decision.IsAccepted)
        {
            decision.Refusal!.Extensions!["allowed"].ShouldBe(InterpretingAction.All.Where(other => Moves.ContainsKey((state, other))).ToList());
        }
    }

    [Fact]
    public void Should_keep_the_request_and_its_line_when_it_is_dialled_again()
    {
        var dropped = In("in-call") with { StartedAt = Samples.Monday.AddMinutes(-3) };

        var again = InterpretingRules.Move(dropped, "redial", new InterpretingMove(), null, Samples.Monday).Event!;
        var connected = InterpretingRules.Move(again, "start", new InterpretingMove(), null, Samples.Monday).Event!;

        (again.RequestId, again.Provider, again.Redials).ShouldBe((dropped.RequestId, "one", 1));
        connected.StartedAt.ShouldBe(dropped.StartedAt);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(4)]
    public void Should_take_a_rating_of_1_to_3(int? quality) =>
        InterpretingRules.Move(In("done"), "rate", new InterpretingMove { Quality = quality }, null, Samples.Monday).Refusal!.Code.ShouldBe("invalid-rating");

    [Fact]
    public void Should_be_rated_once() =>
        InterpretingRules.Move(In("done") with { Quality = 1 }, "rate", Move, null, Samples.Monday).Refusal!.Code.ShouldBe("mediation-move-not-allowed");

    [Fact]
    public void Should_begin_now_when_a_line_is_found_later_than_asked()
    {
        var found = InterpretingRules.Move(In("requested"), "match", Move, new LineAnswer("one", null), Samples.Monday.AddHours(1)).Event!;

        (found.StartsAt, found.PlannedUntil).ShouldBe((Samples.Monday.AddHours(1), Samples.Monday.AddMinutes(80)));
    }

    private static InterpretingRequest In(string state) => new()
    {
        RequestId = Guid.CreateVersion7(),
        State = state,
        Provider = state is "requested" ? null : "one",
        StartsAt = Samples.Monday,
        PlannedUntil = Samples.Monday.AddMinutes(20),
    };
}
