using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>Answers a body that announces itself as too large at once. The server reads on for a while without keeping anything, so that the caller sees the answer and not a broken connection.</summary>
internal sealed class BodySizeMiddleware(RequestDelegate next, IOptions<LimitOptions> limits)
{
    private const long WorthReading = 64 * 1024 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } size)
        {
            return next(context);
        }

        if (context.Request.IsGrpc())
        {
            size.MaxRequestBodySize = null; // gRPC limits its messages itself
            return next(context);
        }

        if (context.Request.ContentLength is not { } length || length <= limits.Value.BodyBytes)
        {
            return next(context);
        }

        size.MaxRequestBodySize = Math.Min(length, WorthReading);
        return CommonRefusals.BodyTooLarge.ToProblem().ExecuteAsync(context);
    }
}
