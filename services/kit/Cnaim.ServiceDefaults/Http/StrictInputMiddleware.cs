using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>Refuses NUL in the query and JSON bodies that are too deep or not strict, before an endpoint or a filter sees them.</summary>
internal sealed class StrictInputMiddleware(RequestDelegate next, IOptions<LimitOptions> limits)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            await CommonRefusals.MalformedRequest.ToProblem().ExecuteAsync(context);
            return;
        }

        if (!context.Request.HasJsonContentType())
        {
            await next(context);
            return;
        }

        using var body = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 4096, limits.Value.BodyBytes));
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length > 0 && !JsonGuard.IsAcceptable(body.GetBuffer().AsSpan(0, (int)body.Length), limits.Value.JsonDepth, limits.Value.ArrayItems))
        {
            await CommonRefusals.MalformedJson.ToProblem().ExecuteAsync(context);
            return;
        }

        body.Position = 0;
        context.Request.Body = body;
        await next(context);
    }
}
