using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Cnaim.Gateway.Routing;

/// <summary>Keeps the size and the pace that the server demands of a body: YARP lifts both for gRPC, because a call could be a stream. No call here is one.</summary>
internal static class GrpcLimits
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } size)
        {
            context.Features.Set<IHttpMaxRequestBodySizeFeature>(new FixedSize(size.MaxRequestBodySize));
            context.Features.Set<IHttpMinRequestBodyDataRateFeature>(null);
        }

        return next(context);
    }

    private sealed class FixedSize(long? bytes) : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize
        {
            get => bytes;
            set { }
        }
    }
}
