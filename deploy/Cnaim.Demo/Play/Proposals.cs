using System.Text.Json.Nodes;
using Cnaim.Contracts.Codes;
using Cnaim.Demo.Gateway;
using Cnaim.Demo.Reference;

namespace Cnaim.Demo.Play;

/// <summary>Reads an assessment: a proposal becomes one referral for each request, with the issues that belong to it.</summary>
internal static class Proposals
{
    public static IReadOnlyList<ProposedReferral> Read(GatewayAnswer assessment, ReferenceData data)
    {
        var urgencies = assessment.List("issues").ToDictionary(issue => issue!["code"]!.ToString(), issue => issue!["urgency"]!.ToString(), StringComparer.Ordinal);
        return assessment.List("referrals").SelectMany(proposal => Split(proposal!, urgencies, data)).ToList();
    }

    private static IEnumerable<ProposedReferral> Split(JsonNode proposal, Dictionary<string, string> urgencies, ReferenceData data)
    {
        var office = proposal["office"]!.ToString();
        var issues = proposal["forIssues"]!.AsArray().Select(issue => issue!.ToString()).ToList();
        var requests = proposal["requests"]!.AsArray().Select(request => data.Requests[request!.ToString()]).ToList();
        if (requests.Count == 0)
        {
            // The issue's own request is another office's: ask for the first thing the office does, its general counsel.
            requests.Add(data.Requests.Values.Where(request => Same(request.Office, office)).OrderBy(request => !request.IsStatusBlind).First());
        }

        var homeless = issues.Where(issue => !requests.Exists(request => request.Issues.Contains(issue, StringComparer.Ordinal))).ToList();
        foreach (var request in requests)
        {
            var own = issues.Where(issue => request.Issues.Contains(issue, StringComparer.Ordinal)).ToList();
            own.AddRange(ReferenceEquals(request, requests[0]) ? homeless : []);
            yield return new ProposedReferral(request, own, Priority(own, urgencies));
        }
    }

    private static string Priority(List<string> issues, Dictionary<string, string> urgencies)
    {
        var found = issues.Select(issue => urgencies.GetValueOrDefault(issue, "normal")).ToList();
        return found.Contains("immediate", StringComparer.Ordinal) ? ReferralPriority.Emergency
            : found.Contains("urgent", StringComparer.Ordinal) ? ReferralPriority.Urgent
            : ReferralPriority.Routine;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
