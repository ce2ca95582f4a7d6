using System.Text.Json;
using Cnaim.Contracts.Codes;

namespace Cnaim.Screening.Rules;

/// <summary>From answers to issues, arrangements, eligibility and referrals; pure.</summary>
internal static class Assess
{
    private const string NoDocument = "none";

    public static Assessment Run(RulesVersion version, IReadOnlyDictionary<string, JsonElement> answers, DateOnly date, DateTimeOffset now)
    {
        var rules = version.Rules;
        var sheet = new AnswerSheet(rules, answers, date);
        var raised = rules.Issues.Where(issue => issue.When.Evaluate(sheet) is Truth.True).OrderBy(issue => issue.Urgency).ToArray();
        var outcomes = rules.Rules.Select(rule => Evaluate(rule, sheet)).ToArray();
        return new Assessment
        {
            RulesVersion = version.Code,
            EvaluatedAt = now,
            Issues = [.. raised.Where(issue => !issue.IsArrangement).Select(issue => new RaisedIssue(issue.Code, CodeOf(issue.Urgency), issue.Offices))],
            Arrangements = [.. raised.Where(issue => issue.IsArrangement).Select(issue => issue.Code)],
            Eligibility = outcomes,
            Requests = [.. outcomes.Where(outcome => outcome.Result is not EligibilityResult.NotApplicable)
                .GroupBy(outcome => outcome.Request, StringComparer.Ordinal)
                .Select(group => new RequestOutcome(group.Key, Best(group)))],
            Referrals = [.. raised.Where(issue => !issue.IsArrangement)
                .GroupBy(issue => issue.Offices[0], StringComparer.Ordinal)
                .Select(group => Propose(rules, group.Key, [.. group]))],
        };
    }

    /// <summary>The questions to ask next: shown, in order, and not answered yet.</summary>
    public static IReadOnlyList<string> NextQuestions(RuleSet rules, IReadOnlyDictionary<string, JsonElement> answers, DateOnly date)
    {
        var sheet = new AnswerSheet(rules, answers, date);
        return [.. rules.Questions
            .Where(question => !answers.ContainsKey(question.Code) && (question.ShowIf?.Evaluate(sheet) ?? Truth.True) is Truth.True)
            .Select(question => question.Code)];
    }

    private static RuleOutcome Evaluate(EligibilityRule rule, AnswerSheet sheet)
    {
        var result = !rule.IsInForce(sheet.Date)
            ? EligibilityResult.NotApplicable
            : rule.Condition.Evaluate(sheet) switch
            {
                Truth.True => EligibilityResult.Eligible,
                Truth.False => EligibilityResult.NotEligible,
                _ => EligibilityResult.Unknown,
            };
        string[] findOut = result is EligibilityResult.Unknown
            ? [.. rule.Questions.Where(question => sheet.IsOpen(question.Index)).Select(question => question.Code)]
            : [];
        return new RuleOutcome(rule.Id, rule.Request, result, rule.LegalBasis, findOut);
    }

    private static string Best(IEnumerable<RuleOutcome> outcomes)
    {
        var results = outcomes.Select(outcome => outcome.Result).ToHashSet(StringComparer.Ordinal);
        return results.Contains(EligibilityResult.Eligible) ? EligibilityResult.Eligible
            : results.Contains(EligibilityResult.Unknown) ? EligibilityResult.Unknown
            : EligibilityResult.NotEligible;
    }

    private static Proposal Propose(RuleSet rules, string office, Issue[] issues)
    {
        var requests = issues.SelectMany(issue => issue.Requests)
            .Distinct(StringComparer.Ordinal)
            .Select(code => rules.Requests[code])
            .Where(request => string.Equals(request.Office, office, StringComparison.Ordinal))
            .ToArray();
        var documents = requests.SelectMany(request => request.Documents)
            .Where(document => document is not NoDocument)
            .Distinct(StringComparer.Ordinal);
        return new Proposal(
            office,
            CodeOf(issues[0].Urgency),
            [.. issues.Select(issue => issue.Code)],
            [.. requests.Select(request => request.Code)],
            [.. documents]);
    }

    private static string CodeOf(Urgency urgency) => urgency switch
    {
        Urgency.Immediate => "immediate",
        Urgency.Urgent => "urgent",
        Urgency.Low => "low",
        _ => "normal",
    };
}
