using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;
using Cnaim.Demo.Journal;

namespace Cnaim.Demo.Play;

/// <summary>Sends the agreed referrals to the same centre's offices and has each one followed.</summary>
internal sealed class ReferralSender(GatewayClient gateway, BehaviourDeck deck, DayState day, DemoJournal journal, AgentPool agents, TimeProvider clock)
{
    public async Task SendAllAsync(Desk desk, string personId, IReadOnlyList<ProposedReferral> agreed, CancellationToken cancellationToken)
    {
        foreach (var referral in agreed)
        {
            await SendAsync(desk, personId, referral, cancellationToken);
        }
    }

    private async Task SendAsync(Desk desk, string personId, ProposedReferral referral, CancellationToken cancellationToken)
    {
        var answer = await gateway.PostAsync(desk, "/api/reception/v1/referrals", Body(desk, personId, referral), cancellationToken);
        if (!answer.IsSuccess)
        {
            day.AddRefusedReferral(DemoRefusedException.For($"referral to {referral.Request.Code}", answer).Message);
            return;
        }

        var tracked = new TrackedReferral
        {
            Id = answer.Text("id")!,
            Key = answer.Key!,
            Sender = desk,
            Office = referral.Request.Office,
            Centre = desk.Centre,
            Request = referral.Request.Code,
            Behaviour = deck.Deal(),
            AcceptedAt = clock.GetTimestamp(),
            Status = answer.Text("status") ?? "",
        };
        Note(tracked, answer);
        day.Referrals[tracked.Id] = tracked;
        day.Centres[desk.Centre].AddReferral();
        agents.Open(tracked);
        if (tracked.Behaviour is OfficeBehaviour.CancelAtDesk)
        {
            await CancelAsync(desk, tracked, cancellationToken);
        }
    }

    private async Task CancelAsync(Desk desk, TrackedReferral referral, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["statusReason"] = "client-declined" };
        var answer = await gateway.PostAsync(desk, $"/api/reception/v1/referrals/{referral.Id}/cancel", body, cancellationToken);
        if (answer.IsSuccess)
        {
            referral.End(clock.GetTimestamp());
        }
        else
        {
            day.AddTrouble(DemoRefusedException.For("cancel", answer).Message);
        }
    }

    private static JsonObject Body(Desk desk, string personId, ProposedReferral referral) => new()
    {
        ["personId"] = personId,
        ["receiver"] = new JsonObject { ["office"] = referral.Request.Office, ["centre"] = desk.Centre },
        ["request"] = referral.Request.Code,
        ["issues"] = new JsonArray(referral.Issues.Select(issue => (JsonNode)issue).ToArray()),
        ["priority"] = referral.Priority,
        ["categories"] = new JsonArray(Categories.Of(referral.Request).Select(category => (JsonNode)category).ToArray()),
    };

    private void Note(TrackedReferral referral, GatewayAnswer answer) => journal.Add(new JournalLine
    {
        Kind = JournalLine.Referral,
        Key = answer.Key,
        Id = referral.Id,
        Status = (int)answer.Status,
        Office = referral.Office,
        Centre = referral.Centre,
        State = referral.Status,
        Attempts = answer.Attempts,
    });
}
