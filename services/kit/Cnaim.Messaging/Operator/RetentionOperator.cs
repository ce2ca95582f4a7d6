using Cnaim.Messaging.Retention;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Messaging.Operator;

/// <summary>The operator's verbs for the retention, which runs once a day by itself.</summary>
internal static class RetentionOperator
{
    public static async Task<Ok<IReadOnlyList<RetentionLine>>> Report(RetentionJob job, CancellationToken cancellationToken) =>
        TypedResults.Ok(await job.ReportAsync(cancellationToken));

    public static async Task<Ok<OperatorResult>> Run(RetentionSelection selection, RetentionJob job, Actor actor, CancellationToken cancellationToken) =>
        TypedResults.Ok(new OperatorResult(await job.RunAsync(selection.RunId, selection.Category, actor, cancellationToken)));
}

/// <summary>What to erase a batch of.</summary>
internal sealed record RetentionSelection
{
    public required Guid RunId { get; init; }

    public required string Category { get; init; }
}
