using Microsoft.AspNetCore.Http;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>No answer is cached or guessed at unless its endpoint says so: answers may carry personal data. Who is to come again is told when, and what ends says so.</summary>
internal sealed class AnswerHeadersMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Complete, context.Response);
        return next(context);
    }

    private static Task Complete(object state)
    {
        var response = (HttpResponse)state;
        var headers = response.Headers;
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        if (headers.RetryAfter.Count == 0 && SecondsToWait(response.StatusCode) is { } seconds)
        {
            headers.RetryAfter = seconds;
        }

        headers.XContentTypeOptions = "nosniff";
        Deprecation.Tell(response);
        return Task.CompletedTask;
    }

    private static string? SecondsToWait(int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => "3",
        StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => "1",
        _ => null,
    };
}
