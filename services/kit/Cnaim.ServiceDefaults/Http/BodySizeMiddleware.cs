using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>
/// Answers a body that announces itself as too large at once. The server reads on for a while without keeping anything, so that the caller sees the answer
/// and not a broken connection. What is too large only the server knows: the limit of all, or that of the endpoint, which routing has set by now.
/// </summary>
internal sealed class BodySizeMiddleware(RequestDelegate next)
{
    private const long WorthReading = 64 * 1024 * 1024;
    private const string ResourceExhausted = "8";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size && context.Request.ContentLength is { } length && length > size.MaxRequestBodySize)
        {
            size.MaxRequestBodySize = Math.Min(length, WorthReading);
            await RefuseAsync(context);
            return;
        }

        await next(context);
        if (context.Request.IsGrpc() && context.Response is { HasStarted: false, StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            await RefuseAsync(context);
        }
    }

    private static Task RefuseAsync(HttpContext context)
    {
        if (!context.Request.IsGrpc())
        {
            return CommonRefusals.BodyTooLarge.ToProblem().ExecuteAsync(context);
        }

        context.Response.Clear();
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = ResourceExhausted;
        context.Response.Headers["grpc-message"] = CommonRefusals.BodyTooLarge.Code;
        return context.Response.CompleteAsync();
    }
}
