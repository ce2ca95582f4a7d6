using Cnaim.Screening.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Cnaim.Screening.Interviews;

/// <summary>An assessment as a stream: the header first, then issues, arrangements, eligibility and proposals.</summary>
internal static class AssessmentParts
{
    private static readonly WriteOptions Buffered = new(WriteFlags.BufferHint);

    /// <summary>All parts are ready at once: sent with the end of the call they cost a few packets, one by one as many as there are rules.</summary>
    public static async Task WriteAsync(Rules.Assessment assessment, IServerStreamWriter<AssessmentPart> stream, CancellationToken cancellationToken)
    {
        stream.WriteOptions = Buffered;
        foreach (var part in Of(assessment))
        {
            await stream.WriteAsync(part, cancellationToken);
        }
    }

    private static IEnumerable<AssessmentPart> Of(Rules.Assessment assessment) =>
    [
        new() { Header = new AssessmentHeader { RulesVersion = assessment.RulesVersion, EvaluatedAt = Timestamp.FromDateTimeOffset(assessment.EvaluatedAt) } },
        .. assessment.Issues.Select(issue => new AssessmentPart { Issue = ToMessage(issue) }),
        .. assessment.Arrangements.Select(arrangement => new AssessmentPart { Arrangement = arrangement }),
        .. assessment.Eligibility.Select(outcome => new AssessmentPart { Eligibility = ToMessage(outcome) }),
        .. assessment.Referrals.Select(proposal => new AssessmentPart { Proposal = ToMessage(proposal) }),
    ];

    private static RaisedIssue ToMessage(Rules.RaisedIssue issue)
    {
        var message = new RaisedIssue { Code = issue.Code, Urgency = issue.Urgency };
        message.Offices.Add(issue.Offices);
        return message;
    }

    private static RuleResult ToMessage(Rules.RuleOutcome outcome)
    {
        var message = new RuleResult { Rule = outcome.Rule, Request = outcome.Request, Result = outcome.Result, LegalBasis = outcome.LegalBasis };
        message.FindOut.Add(outcome.FindOut);
        return message;
    }

    private static Proposal ToMessage(Rules.Proposal proposal)
    {
        var message = new Proposal { Office = proposal.Office };
        message.ForIssues.Add(proposal.ForIssues);
        message.Requests.Add(proposal.Requests);
        message.Documents.Add(proposal.Documents);
        return message;
    }
}
