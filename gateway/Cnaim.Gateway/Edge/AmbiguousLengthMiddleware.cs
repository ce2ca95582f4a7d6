using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Gateway.Edge;

/// <summary>Refuses a request that gives its length twice, as Content-Length and as chunks, and closes the connection. The server itself would go by the chunks, and a proxy before it perhaps by the other.</summary>
internal sealed class AmbiguousLengthMiddleware(RequestDelegate next)
{
    // Where Kestrel puts the Content-Length of a chunked request.
    private const string SetAside = "X-Content-Length";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Headers.ContainsKey(SetAside))
        {
            return next(context);
        }

        context.Response.Headers.Connection = "close";
        return CommonRefusals.MalformedRequest.ToProblem().ExecuteAsync(context);
    }
}
