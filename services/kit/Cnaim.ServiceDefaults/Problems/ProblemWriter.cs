using System.Diagnostics;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Cnaim.ServiceDefaults.Problems;

/// <summary>Writes every problem as <c>application/problem+json</c>, whatever the Accept header says, with a code of the registry and the trace id.</summary>
internal sealed class ProblemWriter(ProblemCatalogue catalogue, IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => !context.HttpContext.Request.IsGrpc();

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        problem.Status ??= http.Response.StatusCode;
        http.Response.StatusCode = problem.Status.Value;
        Describe(problem, catalogue.OfStatus(problem.Status.Value));
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        return new ValueTask(http.Response.WriteAsJsonAsync(
            problem, problem.GetType(), json.Value.SerializerOptions, "application/problem+json", CancellationToken.None));
    }

    private static void Describe(ProblemDetails problem, Refusal? common)
    {
        if (problem.Type?.StartsWith("urn:cnaim:problem:", StringComparison.Ordinal) == true)
        {
            return;
        }

        var refusal = problem is HttpValidationProblemDetails ? CommonRefusals.ValidationFailed : common;
        var code = refusal?.Code ?? "http-" + problem.Status!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        problem.Type = ProblemType.Of(code);
        problem.Title = code;
        problem.Detail ??= refusal?.Detail;
    }
}
