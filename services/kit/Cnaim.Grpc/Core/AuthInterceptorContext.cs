namespace Grpc.Core;

/// <summary>The call for which credentials are asked.</summary>
public class AuthInterceptorContext
{
    /// <summary>A context.</summary>
    /// <param name="serviceUrl">The service's address.</param>
    /// <param name="methodName">The method's name.</param>
    public AuthInterceptorContext(string serviceUrl, string methodName)
        : this(serviceUrl, methodName, CancellationToken.None)
    {
    }

    /// <summary>A context.</summary>
    /// <param name="serviceUrl">The service's address.</param>
    /// <param name="methodName">The method's name.</param>
    /// <param name="cancellationToken">The call's token.</param>
    public AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken)
    {
        ServiceUrl = serviceUrl;
        MethodName = methodName;
        CancellationToken = cancellationToken;
    }

    /// <summary>The service's address.</summary>
    public string ServiceUrl { get; }

    /// <summary>The method's name.</summary>
    public string MethodName { get; }

    /// <summary>Cancelled when the call is.</summary>
    public CancellationToken CancellationToken { get; }
}
