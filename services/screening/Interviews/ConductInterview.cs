using System.Text.Json;
using Cnaim.Messaging;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Interviews;

/// <summary>Reading, answering, handing over and assessing an interview; the caller commits.</summary>
internal sealed class ConductInterview(InterviewStore store, RulesCatalogue rules, CodeLists lists, OfficeTransaction transaction, TimeProvider clock)
{
    public async Task<Decision<InterviewView>> GetAsync(Guid interviewId, Actor actor, CancellationToken cancellationToken)
    {
        var interview = await store.FindAsync(interviewId, actor, cancellationToken);
        Audit(interview is null ? "interview.read-denied" : "interview.read", interviewId, actor);
        return interview is null ? ScreeningRefusals.InterviewNotFound
            : rules.InForce(interview.Row.Date) is { } version ? InterviewView.Of(interview, version)
            : ScreeningRefusals.RulesNotInForce;
    }

    /// <summary>Merges answers into those given before; all are saved or none. A null takes an answer back.</summary>
    public async Task<Decision<InterviewView>> SaveAsync(
        Guid interviewId, IReadOnlyDictionary<string, JsonElement> answers, Func<long, Refusal?> check, Actor actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(interviewId, actor, cancellationToken, isForUpdate: true) is not { } interview)
        {
            return ScreeningRefusals.InterviewNotFound;
        }

        if (rules.InForce(interview.Row.Date) is not { } version)
        {
            return ScreeningRefusals.RulesNotInForce;
        }

        if (check(interview.Row.Version) is { } stale)
        {
            return stale;
        }

        var errors = AnswerRules.Check(version.Rules, lists, answers);
        if (errors.Count > 0)
        {
            return ScreeningRefusals.AnswersInvalid.With(errors);
        }

        var merged = interview.Answers.Concat(answers)
            .GroupBy(answer => answer.Key, StringComparer.Ordinal)
            .Select(group => group.Last())
            .Where(answer => answer.Value.ValueKind is not JsonValueKind.Null)
            .ToDictionary(answer => answer.Key, answer => answer.Value, StringComparer.Ordinal);
        await store.SaveAsync(interviewId, merged, cancellationToken);
        Audit("interview.answered", interviewId, actor);
        var row = interview.Row with { Version = interview.Row.Version + 1, UpdatedAt = clock.GetUtcNow() };
        return InterviewView.Of(new InterviewRecord(row, merged), version);
    }

    public async Task<Decision<InterviewView>> HandOverAsync(Guid interviewId, string toStaff, Actor actor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(toStaff) || !AnswerText.IsClean(toStaff))
        {
            return ScreeningRefusals.InterviewInvalid;
        }

        if (await store.FindAsync(interviewId, actor, cancellationToken, isForUpdate: true) is not { } interview)
        {
            return ScreeningRefusals.InterviewNotFound;
        }

        await store.HandOverAsync(interviewId, toStaff, cancellationToken);
        Audit("interview.handed-over", interviewId, actor);
        return await GetAsync(interview.Row.InterviewId, actor, cancellationToken);
    }

    public async Task<Decision<Assessment>> AssessAsync(Guid interviewId, Actor actor, CancellationToken cancellationToken)
    {
        var interview = await store.FindAsync(interviewId, actor, cancellationToken);
        Audit(interview is null ? "interview.read-denied" : "interview.assessed", interviewId, actor);
        return interview is null ? ScreeningRefusals.InterviewNotFound
            : rules.InForce(interview.Row.Date) is { } version ? Assess.Run(version, interview.Answers, interview.Row.Date, clock.GetUtcNow())
            : ScreeningRefusals.RulesNotInForce;
    }

    private void Audit(string action, Guid interviewId, Actor actor) =>
        transaction.Audit(new AuditEntry { Action = action, RecordKind = "interview", RecordId = interviewId.ToString(), Actor = actor });
}
