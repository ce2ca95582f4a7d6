using Microsoft.AspNetCore.Http;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>No answer is cached or guessed at unless its endpoint says so: answers may carry personal data.</summary>
internal sealed class AnswerHeadersMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Complete, context.Response);
        return next(context);
    }

    private static Task Complete(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        headers.XContentTypeOptions = "nosniff";
        return Task.CompletedTask;
    }
}
