using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Referrals;

namespace Cnaim.OfficeKit.Tests.Referrals;

/// <summary>Every pair of moves of sender and receiver, from every state, in every order of delivery: both sides end equal (ADR 0004).</summary>
public sealed class When_moves_cross
{
    private const string TimeOut = "time-out";

    private static readonly string[][] PathsOfReceiver =
    [
        [],
        [ReferralAction.Accept],
        [ReferralAction.Accept, ReferralAction.Start],
        [ReferralAction.Accept, ReferralAction.Hold],
    ];

    public static TheoryData<string, string, int> EveryPair()
    {
        var data = new TheoryData<string, string, int>();
        foreach (var senders in new[] { ReferralAction.Cancel, ReferralAction.EnterInError, TimeOut, ReferralAction.Cancel + "," + ReferralAction.EnterInError, ReferralAction.Cancel + "," + TimeOut, TimeOut + "," + ReferralAction.EnterInError })
        {
            foreach (var receivers in ReferralAction.All)
            {
                for (var path = 0; path < PathsOfReceiver.Length; path++)
                {
                    data.Add(senders, receivers, path);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Should_end_equal_on_both_sides(string senders, string receivers, int path)
    {
        var start = PathsOfReceiver[path].Aggregate(TwoSides.Requested, (state, action) => state.Act(ReferralSide.Receiver, action)!.DeliverToSender());

        foreach (var end in Play(start, [.. senders.Split(',')], [receivers]))
        {
            TwoSides.Shared(end.Sender).ShouldBe(TwoSides.Shared(end.Receiver));
            end.Sender.CancellationRequested.ShouldBeFalse("every request to cancel is answered");
        }
    }

    [Fact]
    public void Should_let_a_mistake_win_over_everything()
    {
        foreach (var end in Play(TwoSides.Requested, [ReferralAction.EnterInError], [ReferralAction.Accept, ReferralAction.Complete]))
        {
            end.Receiver.Status.ShouldBe(ReferralStatus.EnteredInError);
        }
    }

    [Fact]
    public void Should_let_the_receiver_decide_after_a_time_out()
    {
        var late = Play(TwoSides.Requested, [TimeOut], [ReferralAction.Accept]).Select(end => end.Sender.Status).Distinct(StringComparer.Ordinal);

        late.ShouldBe([ReferralStatus.Cancelled, ReferralStatus.Accepted], ignoreOrder: true);
    }

    // Every interleaving of the moves left and the deliveries; a move that the table refuses by then is dropped, as the endpoint would.
    private static IEnumerable<TwoSides> Play(TwoSides state, string[] senders, string[] receivers)
    {
        if (state.IsQuiet && senders.Length == 0 && receivers.Length == 0)
        {
            yield return state;
        }

        var branches = new List<(TwoSides State, string[] Senders, string[] Receivers)>();
        if (senders.Length > 0)
        {
            branches.Add((Move(state, senders[0]) ?? state, senders[1..], receivers));
        }

        if (receivers.Length > 0)
        {
            branches.Add((state.Act(ReferralSide.Receiver, receivers[0]) ?? state, senders, receivers[1..]));
        }

        if (!state.ToReceiver.IsEmpty)
        {
            branches.Add((state.DeliverToReceiver(), senders, receivers));
        }

        if (!state.ToSender.IsEmpty)
        {
            branches.Add((state.DeliverToSender(), senders, receivers));
        }

        foreach (var end in branches.SelectMany(branch => Play(branch.State, branch.Senders, branch.Receivers)))
        {
            yield return end;
        }
    }

    private static TwoSides? Move(TwoSides state, string action) =>
        action is TimeOut ? state.TimeOut() : state.Act(ReferralSide.Sender, action);
}
