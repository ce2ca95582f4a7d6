using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cnaim.ServiceDefaults.Problems;

/// <summary>Answers exceptions with a problem that carries no text of the exception; bugs are logged, bad requests are not.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var refusal = RefusalOf(exception);
        if (refusal.Status >= StatusCodes.Status500InternalServerError)
        {
            Log.Failed(logger, exception, refusal.Code);
        }

        await refusal.ToProblem().ExecuteAsync(httpContext);
        return true;
    }

    private static Refusal RefusalOf(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => CommonRefusals.BodyTooLarge,
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => CommonRefusals.UnsupportedMediaType,
        BadHttpRequestException { InnerException: JsonException json } => Located(json),
        BadHttpRequestException bad => CommonRefusals.MalformedRequest with { Status = bad.StatusCode },
        JsonException json => Located(json),
        RefusalException known => known.Refusal,
        // A right that is missing in the database: nothing was saved, and the operator is to look.
        DbException { SqlState: "42501" } => CommonRefusals.Unavailable,
        DbException { IsTransient: true } or TimeoutException => CommonRefusals.Unavailable,
        _ => CommonRefusals.InternalError,
    };

    private static Refusal Located(JsonException json) => json.Path is null
        ? CommonRefusals.MalformedRequest
        : CommonRefusals.MalformedRequest with
        {
            Detail = "A value of the body is missing or has the wrong form; 'path' names it.",
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["path"] = json.Path },
        };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1001, Level = LogLevel.Error, Message = "A request failed with {Code}")]
        public static partial void Failed(ILogger logger, Exception exception, string code);
    }
}
