using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.ServiceDefaults.Problems;

/// <summary>An expected refusal: data, not an exception. Each service lists its own in one static class (style.md rules 19 and 20).</summary>
/// <param name="Code">Stable code in kebab-case; the problem's <c>type</c> is <c>urn:cnaim:problem:{Code}</c>.</param>
/// <param name="Status">HTTP status, 400-499 or 503.</param>
/// <param name="Detail">One sentence for the caller that says what to do; no personal data.</param>
public sealed record Refusal(string Code, int Status, string Detail)
{
    /// <summary>More members of the problem, for example <c>allowed</c> moves or <c>errors</c>; null for none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>How to fix it, for the page of this code under <c>/docs/problems</c>; null when <see cref="Detail"/> says it all.</summary>
    public string? Fix { get; init; }

    /// <summary>The refusal as an RFC 9457 answer.</summary>
    public ProblemHttpResult ToProblem() => TypedResults.Problem(
        detail: Detail,
        statusCode: Status,
        title: Code,
        type: ProblemType.Of(Code),
        extensions: Extensions?.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
}
