namespace Grpc.Core;

/// <summary>Credentials of a call. Without TLS they are sent only when the channel allows it.</summary>
public abstract class CallCredentials
{
    /// <summary>Credentials that an interceptor adds to each call's metadata.</summary>
    /// <param name="interceptor">Adds to the metadata.</param>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor) => new InterceptedCredentials(interceptor);

    /// <summary>Several credentials in order.</summary>
    /// <param name="credentials">Two or more.</param>
    public static CallCredentials Compose(params CallCredentials[] credentials) => new ComposedCredentials(credentials);

    internal abstract Task ApplyAsync(AuthInterceptorContext context, Metadata metadata);

    private sealed class InterceptedCredentials(AsyncAuthInterceptor interceptor) : CallCredentials
    {
        private readonly AsyncAuthInterceptor _interceptor = interceptor ?? throw new ArgumentNullException(nameof(interceptor));

        internal override Task ApplyAsync(AuthInterceptorContext context, Metadata metadata) => _interceptor(context, metadata);
    }

    private sealed class ComposedCredentials(CallCredentials[] credentials) : CallCredentials
    {
        private readonly CallCredentials[] _credentials = credentials is { Length: >= 2 }
            ? [.. credentials]
            : throw new ArgumentException("At least two credentials are needed.", nameof(credentials));

        internal override async Task ApplyAsync(AuthInterceptorContext context, Metadata metadata)
        {
            foreach (var part in _credentials)
            {
                await part.ApplyAsync(context, metadata);
            }
        }
    }
}
