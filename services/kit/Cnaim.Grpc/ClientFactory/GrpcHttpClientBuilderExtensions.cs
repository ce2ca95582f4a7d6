using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Goes on configuring a registered client.</summary>
public static class GrpcHttpClientBuilderExtensions
{
    /// <summary>Changes the options of the client's channel.</summary>
    /// <param name="builder">From <c>AddGrpcClient</c>.</param>
    /// <param name="configureChannel">Sets the options.</param>
    public static IHttpClientBuilder ConfigureChannel(this IHttpClientBuilder builder, Action<GrpcChannelOptions> configureChannel)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<GrpcClientFactoryOptions>(builder.Name, options => options.ChannelOptionsActions.Add(configureChannel));
        return builder;
    }

    /// <summary>Adds credentials to each call, for example an access token; without TLS only where the channel allows it.</summary>
    /// <param name="builder">From <c>AddGrpcClient</c>.</param>
    /// <param name="authInterceptor">Adds to the call's metadata.</param>
    public static IHttpClientBuilder AddCallCredentials(this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, Task> authInterceptor) =>
        builder.AddCallCredentials((context, metadata, _) => authInterceptor(context, metadata));

    /// <summary>Adds credentials to each call, for example an access token; without TLS only where the channel allows it.</summary>
    /// <param name="builder">From <c>AddGrpcClient</c>.</param>
    /// <param name="authInterceptor">Adds to the call's metadata, with the services of the client's scope.</param>
    public static IHttpClientBuilder AddCallCredentials(
        this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, IServiceProvider, Task> authInterceptor)
    {
        ArgumentNullException.ThrowIfNull(authInterceptor);
        return builder.AddCallOptions(context =>
        {
            var services = context.ServiceProvider;
            var credentials = CallCredentials.FromInterceptor((call, metadata) => authInterceptor(call, metadata, services));
            context.CallOptions = context.CallOptions.WithCredentials(
                context.CallOptions.Credentials is { } other ? CallCredentials.Compose(other, credentials) : credentials);
        });
    }

    internal static IHttpClientBuilder AddCallOptions(this IHttpClientBuilder builder, Action<CallOptionsContext> action)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<GrpcClientFactoryOptions>(builder.Name, options => options.CallOptionsActions.Add(action));
        return builder;
    }
}
