using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;

namespace Grpc.Core;

/// <summary>Connects a served call to ASP.NET Core.</summary>
public static class ServerCallContextExtensions
{
    private const string HttpContextKey = "__HttpContext";

    /// <summary>The HTTP request of a served call, for example for its user.</summary>
    /// <param name="serverCallContext">The call. A test double puts it into <see cref="ServerCallContext.UserState"/> under <c>__HttpContext</c>.</param>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        if (serverCallContext is HttpContextServerCallContext call)
        {
            return call.Http;
        }

        return serverCallContext.UserState.TryGetValue(HttpContextKey, out var http) && http is HttpContext found
            ? found
            : throw new InvalidOperationException("The call has no HTTP request.");
    }
}
