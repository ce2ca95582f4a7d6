using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using System.Net;

namespace Grpc.AspNetCore.Server;

/// <summary>Serves the calls of one method.</summary>
internal abstract class CallHandler(ServerMethodSettings settings)
{
    protected virtual bool IsLimited => true;

    public async Task HandleAsync(HttpContext http)
    {
        if (!IsGrpcRequest(http))
        {
            return;
        }

        var call = new HttpContextServerCallContext(http, settings, IsLimited);
        http.Features.Set<IServerCallContextFeature>(call);
        try
        {
            CheckTransport(http);
            call.Lifetime.Start();
            await InvokeAsync(call);
        }
        catch (Exception exception)
        {
            FailedCall.End(call, exception);
        }
        finally
        {
            await call.Lifetime.FinishAsync();
        }
    }

    /// <summary>Reads, handles and answers.</summary>
    protected abstract ValueTask InvokeAsync(HttpContextServerCallContext call);

    /// <summary>Ends a call that its handler finished.</summary>
    protected static void End(HttpContextServerCallContext call)
    {
        if (call.Lifetime.TryEnd())
        {
            call.WriteStatus(call.Status, null);
        }
    }

    private static bool IsGrpcRequest(HttpContext http)
    {
        if (!GrpcNames.IsGrpc(http.Request.ContentType))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return false;
        }

        if (!HttpProtocol.IsHttp2(http.Request.Protocol) && !HttpProtocol.IsHttp3(http.Request.Protocol))
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            http.Response.Headers.Upgrade = "h2c";
            return false;
        }

        return true;
    }

    private void CheckTransport(HttpContext http)
    {
        if (!settings.Limits.AllowRemoteClearText && !http.Request.IsHttps
            && http.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
        {
            throw new RpcException(new Status(StatusCode.PermissionDenied, "Clear text is accepted from this host only; use TLS."));
        }
    }
}
