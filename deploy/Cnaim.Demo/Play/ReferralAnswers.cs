using System.Text.Json.Nodes;
using Cnaim.Contracts.Codes;
using Cnaim.Demo.Gateway;
using Cnaim.Demo.Journal;
using Cnaim.Demo.People;
using Cnaim.Demo.Reference;

namespace Cnaim.Demo.Play;

/// <summary>How an office answers one referral: the moves of its behaviour, with outcomes from what the request typically leads to.</summary>
internal sealed class ReferralAnswers(GatewayClient gateway, ReferenceData data, DayState day, DemoJournal journal, TimeProvider clock)
{
    private static readonly string[] RejectReasons = [StatusReason.AtCapacity, StatusReason.NotEligible, StatusReason.WrongService, StatusReason.MissingDocument];

    public async Task AnswerAsync(Desk desk, TrackedReferral referral, CancellationToken cancellationToken)
    {
        if (referral.Behaviour is OfficeBehaviour.NeverAnswer or OfficeBehaviour.CancelAtDesk)
        {
            return;
        }

        await FetchAsync(desk, referral, cancellationToken);
        var steps = Steps(referral, new Draw(Guid.Parse(referral.Id).GetHashCode())).ToList();
        foreach (var (action, body) in steps)
        {
            var answer = await gateway.PostAsync(desk, $"/api/{desk.Office}/v1/referrals/{referral.Id}/{action}", body, cancellationToken);
            if (!answer.IsSuccess)
            {
                day.AddTrouble(DemoRefusedException.For($"{action} at {desk.Office}", answer).Message);
                return;
            }

            Note(desk, referral, action, answer);
        }

        referral.End(clock.GetTimestamp());
    }

    private async Task FetchAsync(Desk desk, TrackedReferral referral, CancellationToken cancellationToken)
    {
        var answer = await gateway.GetAsync(desk, $"/api/{desk.Office}/v1/referrals/{referral.Id}/snapshot", cancellationToken);
        if (!answer.IsSuccess)
        {
            day.AddTrouble(DemoRefusedException.For($"snapshot at {desk.Office}", answer).Message);
        }
    }

    private IEnumerable<(string Action, JsonObject Body)> Steps(TrackedReferral referral, Draw draw) => referral.Behaviour switch
    {
        OfficeBehaviour.Complete => [Move(ReferralAction.Accept), Move(ReferralAction.Start), Complete(referral, draw, ReferralOutcome.Helped)],
        OfficeBehaviour.HoldAndComplete =>
        [
            Move(ReferralAction.Accept),
            Move(ReferralAction.Start),
            Move(ReferralAction.Hold, StatusReason.MissingDocument),
            Move(ReferralAction.Resume),
            Complete(referral, draw, ReferralOutcome.Helped),
        ],
        OfficeBehaviour.HelpInPart => [Move(ReferralAction.Accept), Complete(referral, draw, ReferralOutcome.PartlyHelped)],
        OfficeBehaviour.Reject => [Move(ReferralAction.Reject, draw.One(RejectReasons))],
        OfficeBehaviour.Fail => [Move(ReferralAction.Accept), Move(ReferralAction.Fail, StatusReason.CouldNotContact, ReferralOutcome.CouldNotContact)],
        OfficeBehaviour.CancelAtOffice => [Move(ReferralAction.Accept), Move(ReferralAction.Cancel, StatusReason.ClientDeclined)],
        _ => [],
    };

    private (string Action, JsonObject Body) Complete(TrackedReferral referral, Draw draw, string outcome)
    {
        var (action, body) = Move(ReferralAction.Complete, reason: null, outcome);
        body["results"] = AnswerDraw.ListOf(draw.Some(data.Requests[referral.Request].Outcomes.Distinct(StringComparer.Ordinal).ToList(), 1));
        return (action, body);
    }

    private static (string Action, JsonObject Body) Move(string action, string? reason = null, string? outcome = null)
    {
        var body = new JsonObject();
        if (reason is not null)
        {
            body["statusReason"] = reason;
        }

        if (outcome is not null)
        {
            body["outcome"] = outcome;
        }

        return (action, body);
    }

    private void Note(Desk desk, TrackedReferral referral, string action, GatewayAnswer answer) => journal.Add(new JournalLine
    {
        Kind = "move",
        Key = answer.Key,
        Id = referral.Id,
        Status = (int)answer.Status,
        Office = desk.Office,
        Centre = desk.Centre,
        State = action,
        Attempts = answer.Attempts,
    });
}
