using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Screening;

internal static class DecisionExtensions
{
    /// <summary>Commits, and answers with what was decided. A refusal commits too: its audit entry is a denied access.</summary>
    public static async Task<Results<Ok<T>, ProblemHttpResult>> ToOkAsync<T>(this Decision<T> decision, OfficeTransaction transaction, CancellationToken cancellationToken)
        where T : class
    {
        if (decision.IsAccepted)
        {
            return await transaction.CommitAsync(TypedResults.Ok(decision.Event), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return decision.Refusal.ToProblem();
    }

    public static void SetVersionOf<T>(this HttpResponse response, Decision<T> decision, Func<T, long> version)
        where T : class
    {
        if (decision.IsAccepted)
        {
            response.SetEntityVersion(version(decision.Event));
        }
    }
}
