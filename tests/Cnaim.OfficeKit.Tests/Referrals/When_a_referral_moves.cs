using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Referrals;

namespace Cnaim.OfficeKit.Tests.Referrals;

/// <summary>The whole table of domain.md section 4, written down a second time: every state, action and side.</summary>
public sealed class When_a_referral_moves
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    // side, from, action, to; "asked" is a request to cancel that leaves the state.
    private static readonly string[] Allowed =
    [
        "Sender draft send requested",
        "Sender draft cancel cancelled",
        "Sender requested cancel asked",
        "Sender accepted cancel asked",
        "Sender in-progress cancel asked",
        "Sender on-hold cancel asked",
        "Sender draft enter-in-error entered-in-error",
        "Sender requested enter-in-error entered-in-error",
        "Sender accepted enter-in-error entered-in-error",
        "Sender rejected enter-in-error entered-in-error",
        "Sender in-progress enter-in-error entered-in-error",
        "Sender on-hold enter-in-error entered-in-error",
        "Sender cancelled enter-in-error entered-in-error",
        "Sender completed enter-in-error entered-in-error",
        "Sender failed enter-in-error entered-in-error",
        "Receiver requested accept accepted",
        "Receiver requested reject rejected",
        "Receiver requested cancel cancelled",
        "Receiver accepted start in-progress",
        "Receiver accepted hold on-hold",
        "Receiver accepted complete completed",
        "Receiver accepted fail failed",
        "Receiver accepted cancel cancelled",
        "Receiver in-progress hold on-hold",
        "Receiver in-progress complete completed",
        "Receiver in-progress fail failed",
        "Receiver in-progress cancel cancelled",
        "Receiver on-hold resume in-progress",
        "Receiver on-hold complete completed",
        "Receiver on-hold fail failed",
        "Receiver on-hold cancel cancelled",
    ];

    public static TheoryData<string, string, string> EveryCombination()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var side in Enum.GetNames<ReferralSide>())
        {
            foreach (var status in ReferralStatus.All)
            {
                foreach (var action in ReferralAction.All)
                {
                    data.Add(side, status, action);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryCombination))]
    public void Should_follow_the_table(string side, string status, string action)
    {
        var expected = Allowed.SingleOrDefault(row => row.StartsWith($"{side} {status} {action} ", StringComparison.Ordinal))?.Split(' ')[3];

        var decision = ReferralRules.Decide(status, cancellationRequested: false, action, Enum.Parse<ReferralSide>(side), Now);

        decision.IsAccepted.ShouldBe(expected is not null);
        decision.Event?.To.ShouldBe(expected is "asked" ? status : expected);
        decision.Event?.AsksToCancel.ShouldBe(expected is "asked");
        decision.Event?.At.ShouldBe(Now);
    }

    [Theory]
    [MemberData(nameof(EveryCombination))]
    public void Should_name_the_allowed_moves_when_refusing(string side, string status, string action)
    {
        var decision = ReferralRules.Decide(status, cancellationRequested: false, action, Enum.Parse<ReferralSide>(side), Now);
        if (decision.IsAccepted)
        {
            return;
        }

        decision.Refusal.Code.ShouldBe("move-not-allowed");
        decision.Refusal.Status.ShouldBe(409);
        var allowed = Allowed.Where(row => row.StartsWith($"{side} {status} ", StringComparison.Ordinal)).Select(row => row.Split(' ')[2]);
        ((IEnumerable<string>)decision.Refusal.Extensions!["allowed"]!).ShouldBe(allowed, ignoreOrder: true);
    }

    [Fact]
    public void Should_not_ask_to_cancel_twice()
    {
        var decision = ReferralRules.Decide(ReferralStatus.Accepted, cancellationRequested: true, ReferralAction.Cancel, ReferralSide.Sender, Now);

        decision.IsAccepted.ShouldBeFalse();
        ReferralRules.Decide(ReferralStatus.Accepted, cancellationRequested: true, ReferralAction.EnterInError, ReferralSide.Sender, Now).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void Should_let_only_a_mistake_leave_a_final_state() =>
        ReferralStatus.All.Where(ReferralRules.IsFinal)
            .SelectMany(status => ReferralRules.AllowedMoves(status, false, ReferralSide.Receiver).Concat(ReferralRules.AllowedMoves(status, false, ReferralSide.Sender)))
            .Distinct(StringComparer.Ordinal).ShouldBe([ReferralAction.EnterInError]);
}
