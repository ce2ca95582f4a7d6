using Cnaim.Reception.Tickets;

namespace Cnaim.Reception.Tests.Tickets;

/// <summary>Every state with every command: what it becomes, or that it is refused.</summary>
public sealed class When_a_ticket_moves
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    // Columns: the states in the order of TicketState.All; a dash is a refusal.
    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        //            waiting    called         serving        parked         transferred    done  no-show
        ["call"] = ["called", "-", "-", "-", "called", "-", "-"],
        ["recall"] = ["-", "called", "-", "-", "-", "-", "-"],
        ["start"] = ["-", "serving", "-", "-", "-", "-", "-"],
        ["no-show"] = ["-", "no-show", "-", "-", "-", "-", "-"],
        ["return"] = ["-", "-", "-", "-", "-", "-", "waiting"],
        ["park"] = ["-", "-", "parked", "-", "-", "-", "-"],
        ["unpark"] = ["-", "-", "-", "serving", "-", "-", "-"],
        ["transfer"] = ["-", "transferred", "transferred", "transferred", "-", "-", "-"],
        ["finish"] = ["-", "done", "done", "-", "-", "-", "-"],
        ["give-up"] = ["done", "done", "-", "done", "done", "-", "-"],
        ["more-time"] = ["-", "waiting", "-", "-", "-", "-", "-"],
        ["change"] = ["waiting", "-", "-", "-", "transferred", "-", "-"],
        ["close"] = ["done", "done", "done", "done", "done", "-", "-"],
    };

    public static TheoryData<string, string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, string>();
            foreach (var command in TicketCommand.All)
            {
                for (var state = 0; state < TicketState.All.Count; state++)
                {
                    pairs.Add(TicketState.All[state], command, Table[command][state]);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Should_go_where_the_table_says(string state, string command, string expected)
    {
        var decision = TicketRules.Decide(In(state), new TicketOrder(command) { Desk = "1", ToQueue = "social" }, Now);

        (decision.Event?.State ?? "-").ShouldBe(expected);
        (decision.Event?.Version ?? 8).ShouldBe(8);
        if (!decision.IsAccepted)
        {
            decision.Refusal.Code.ShouldBe("ticket-move-not-allowed");
            ((IReadOnlyList<string>)decision.Refusal.Extensions!["allowed"]!).ShouldNotContain(command);
        }
    }

    [Fact]
    public void Should_recall_three_times_and_not_within_20_seconds()
    {
        var ticket = In(TicketState.Called) with { Calls = 1, CalledAt = Now };
        Refusal(ticket, "recall", Now.AddSeconds(19)).ShouldBe("recall-too-soon");
        for (var recall = 1; recall <= 3; recall++)
        {
            ticket = TicketRules.Decide(ticket, new TicketOrder("recall"), Now.AddSeconds(20 * recall)).Event.ShouldNotBeNull();
        }

        Refusal(ticket, "recall", Now.AddHours(1)).ShouldBe("recalled-enough");
    }

    [Fact]
    public void Should_take_a_no_show_back_within_five_calls()
    {
        var ticket = In(TicketState.NoShow);
        TicketRules.Decide(ticket, new TicketOrder("return") { CalledSince = 5 }, Now).Event!.EnteredAt.ShouldBe(ticket.EnteredAt, "it keeps its place");
        TicketRules.Decide(ticket, new TicketOrder("return") { CalledSince = 6 }, Now).Refusal!.Code.ShouldBe("returned-too-late");
    }

    [Fact]
    public void Should_give_more_time_once()
    {
        var given = TicketRules.Decide(In(TicketState.Called), new TicketOrder("more-time"), Now).Event.ShouldNotBeNull();
        given.NotBefore.ShouldBe(Now.AddMinutes(5));
        Refusal(given with { State = TicketState.Called, Desk = "1" }, "more-time", Now).ShouldBe("more-time-used");
    }

    [Theory]
    [InlineData(4, -60)]
    [InlineData(5, 0)]
    [InlineData(10, 0)]
    [InlineData(13, 180)]
    public void Should_note_how_far_the_first_call_was_from_the_promise(int minutes, int error)
    {
        var ticket = In(TicketState.Waiting) with { IssuedAt = Now, PromisedLow = 5, PromisedHigh = 10, FirstCalledAt = null };
        var called = TicketRules.Decide(ticket, new TicketOrder("call") { Desk = "1" }, Now.AddMinutes(minutes)).Event!;
        called.WaitErrorSeconds.ShouldBe(error);
        var again = TicketRules.Decide(called with { State = TicketState.Transferred }, new TicketOrder("call") { Desk = "2" }, Now.AddHours(2)).Event!;
        again.WaitErrorSeconds.ShouldBe(error, "the promise was about the first call");
    }

    [Theory]
    [InlineData("waiting", 0, null, "arrived")]
    [InlineData("transferred", 1, null, "triaged")]
    [InlineData("called", 1, null, "triaged")]
    [InlineData("serving", 0, null, "in-service")]
    [InlineData("parked", 0, null, "in-service")]
    [InlineData("done", 0, "served", "left-served")]
    [InlineData("done", 0, "gave-up", "left-unserved")]
    [InlineData("done", 0, "day-ended", "left-unserved")]
    [InlineData("no-show", 0, null, "left-unserved")]
    public void Should_move_the_visit_that_hangs_on_it(string state, int transfers, string? reason, string visit) =>
        (In(state) with { Transfers = transfers, EndReason = reason }).VisitState().ShouldBe(visit);

    private static string Refusal(Ticket ticket, string command, DateTimeOffset now) => TicketRules.Decide(ticket, new TicketOrder(command), now).Refusal.ShouldNotBeNull().Code;

    private static Ticket In(string state) => new()
    {
        TicketId = Guid.NewGuid(),
        Letter = "A",
        Number = 42,
        Queue = "welcome",
        State = state,
        IssuedAt = Now.AddMinutes(-30),
        EnteredAt = Now.AddMinutes(-30),
        CalledAt = Now.AddMinutes(-5),
        Calls = 1,
        Desk = state is "called" or "serving" or "parked" ? "1" : null,
        Version = 7,
    };
}
