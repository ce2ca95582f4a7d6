using Cnaim.Messaging;
using Cnaim.Screening.People;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Interviews;

internal sealed class StartInterview(
    PeopleStore people, InterviewStore store, RulesCatalogue rules, CodeLists lists, OfficeTransaction transaction, TimeProvider clock)
{
    private static readonly string[] Channels =
        ["counter", "phone", "telephone", "video", "online", "kiosk", "mobile", "outreach", "field"];

    public async Task<Decision<InterviewView>> RunAsync(StartInterviewInput input, Actor actor, CancellationToken cancellationToken)
    {
        var errors = new Errors();
        errors.AddUnless(lists.IsLanguage(input.Language), "language", "takes an ISO 639-3 code");
        errors.AddUnless(Channels.Contains(input.Channel, StringComparer.Ordinal), "channel", $"takes one of: {string.Join(", ", Channels)}");
        if (errors.As(ScreeningRefusals.InterviewInvalid) is { } refusal)
        {
            return refusal;
        }

        var date = input.Date ?? clock.Today();
        if (rules.InForce(date) is not { } version)
        {
            return ScreeningRefusals.RulesNotInForce;
        }

        if (await people.FindAsync(input.PersonId, actor, cancellationToken) is not { } person)
        {
            return ScreeningRefusals.PersonNotFound;
        }

        var interviewId = Guid.CreateVersion7(clock.GetUtcNow());
        var row = new InterviewRow
        {
            InterviewId = interviewId,
            PersonId = person.PersonId,
            PersonRef = input.PersonId,
            Language = input.Language,
            Channel = input.Channel,
            Date = date,
            HeldBy = actor.Subject,
            Answers = store.Seal(interviewId, new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal)),
            Version = 1,
            UpdatedAt = clock.GetUtcNow(),
        };
        await store.InsertAsync(row, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = "interview.started", RecordKind = "interview", RecordId = interviewId.ToString(), Actor = actor });
        return InterviewView.Of(new InterviewRecord(row, new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal)), version);
    }
}
