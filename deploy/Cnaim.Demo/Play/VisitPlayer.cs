using System.Text.Json.Nodes;
using Cnaim.Contracts.Codes;
using Cnaim.Demo.Gateway;
using Cnaim.Demo.Journal;
using Cnaim.Demo.People;
using Cnaim.Demo.Reference;

namespace Cnaim.Demo.Play;

/// <summary>Plays one visit at a reception desk, from registration to the referrals that the person agrees to.</summary>
internal sealed class VisitPlayer(GatewayClient gateway, ReferenceData data, InterviewPlayer interviews, ReferralSender referrals, DayState day, DemoJournal journal, TimeProvider clock)
{
    public async Task PlayAsync(Desk desk, PlannedVisit visit, CancellationToken cancellationToken)
    {
        if (visit.Person is null)
        {
            await AskHowThingsStandAsync(desk, cancellationToken);
        }
        else
        {
            await InterviewAsync(desk, visit, cancellationToken);
        }

        day.Centres[desk.Centre].AddVisit();
    }

    private async Task AskHowThingsStandAsync(Desk desk, CancellationToken cancellationToken)
    {
        var answer = await gateway.GetAsync(desk, "/api/reception/v1/referrals?direction=sent&limit=10", cancellationToken);
        InterviewPlayer.Expect("referrals", answer);
        Note("return", desk, answer, id: null);
    }

    private async Task InterviewAsync(Desk desk, PlannedVisit visit, CancellationToken cancellationToken)
    {
        var person = visit.Person!;
        var registered = InterviewPlayer.Expect("person", await gateway.PostAsync(desk, "/api/screening/v1/people", person.ToRegistration(), cancellationToken));
        var personId = registered.Text("id")!;
        day.Persons.Add(personId);
        Note("person", desk, registered, id: null);

        var interview = await interviews.HoldAsync(desk, personId, person, cancellationToken);
        var interviewId = interview.Text("id");
        Note("interview", desk, interview, interviewId);
        var assessed = InterviewPlayer.Expect("assessment", await gateway.PostAsync(desk, $"/api/screening/v1/interviews/{interviewId}/assessment", new JsonObject(), cancellationToken));
        Note("assessment", desk, assessed, interviewId);
        day.Centres[desk.Centre].AddInterview(assessed.List("issues").Count);

        var proposals = Proposals.Read(assessed, data);
        var agreed = proposals.Where(_ => Agrees(person.Consent, visit)).ToList();
        for (var left = proposals.Count - agreed.Count; left > 0; left--)
        {
            day.AddDeclined();
        }

        if (agreed.Count > 0)
        {
            await ConsentAsync(desk, personId, person, agreed, cancellationToken);
            await referrals.SendAllAsync(desk, personId, agreed, cancellationToken);
        }
    }

    // Assumed: who agrees to chosen offices takes nearly all that is proposed, who wants to be asked each time takes four of five.
    private static bool Agrees(string consent, PlannedVisit visit) => consent switch
    {
        "no" => false,
        "ask-each-time" => visit.Choices.Chance(0.80),
        _ => visit.Choices.Chance(0.97),
    };

    private async Task ConsentAsync(Desk desk, string personId, Person person, List<ProposedReferral> agreed, CancellationToken cancellationToken)
    {
        var consent = new JsonObject
        {
            ["personId"] = personId,
            ["recipients"] = Codes(agreed.Select(referral => referral.Request.Office)),
            ["purposes"] = new JsonArray(Purpose.ResolveIssue),
            ["categories"] = Codes(agreed.SelectMany(referral => Categories.Of(referral.Request))),
            ["validTo"] = clock.GetUtcNow().AddDays(90).ToString("O"),
            ["language"] = person.Language,
            ["evidence"] = "signature",
        };
        if (person.NeedsGuardian(clock.GetUtcNow()))
        {
            consent["givenBy"] = "guardian";
            consent["guardianRelation"] = "parent";
        }

        var answer = InterviewPlayer.Expect("consent", await gateway.PostAsync(desk, "/api/screening/v1/consents", consent, cancellationToken));
        Note("consent", desk, answer, answer.Text("id"));
    }

    private static JsonArray Codes(IEnumerable<string> codes) => new(codes.Distinct(StringComparer.Ordinal).Select(code => (JsonNode)code).ToArray());

    private void Note(string kind, Desk desk, GatewayAnswer answer, string? id) => journal.Add(new JournalLine
    {
        Kind = kind,
        Key = answer.Key,
        Id = id,
        Status = (int)answer.Status,
        Office = desk.Office,
        Centre = desk.Centre,
        Attempts = answer.Attempts,
    });
}
