using Grpc.AspNetCore.ClientFactory;
using Grpc.AspNetCore.Server;
using Grpc.Net.ClientFactory;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes calls within a served call inherit its deadline and cancellation.</summary>
public static class GrpcServerHttpClientBuilderExtensions
{
    /// <summary>Each call ends at the earlier of its own deadline and that of the served call it is made for, and is cancelled with it.</summary>
    /// <param name="builder">From <c>AddGrpcClient</c>.</param>
    public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder) =>
        builder.EnableCallContextPropagation(_ => { });

    /// <summary>Each call ends at the earlier of its own deadline and that of the served call it is made for, and is cancelled with it.</summary>
    /// <param name="builder">From <c>AddGrpcClient</c>.</param>
    /// <param name="configureOptions">Sets the options.</param>
    public static IHttpClientBuilder EnableCallContextPropagation(
        this IHttpClientBuilder builder, Action<GrpcContextPropagationOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configureOptions);
        var options = new GrpcContextPropagationOptions();
        configureOptions(options);
        builder.Services.AddHttpContextAccessor();
        return builder.AddCallOptions(context => Propagate(context, options));
    }

    private static void Propagate(CallOptionsContext context, GrpcContextPropagationOptions options)
    {
        var http = context.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext;
        if (http?.Features.Get<IServerCallContextFeature>()?.ServerCallContext is { } call)
        {
            context.CallOptions = context.CallOptions.WithPropagationToken(call.CreatePropagationToken());
        }
        else if (!options.SuppressContextNotFoundErrors)
        {
            throw new InvalidOperationException("Context propagation is on, but no gRPC call is being served here.");
        }
    }
}
