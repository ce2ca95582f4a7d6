using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Cnaim.Grpc.Tests;

/// <summary>Makes calls look as if another host sent them.</summary>
internal static class RemoteCaller
{
    public static void MapAsRemote(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
            return next(http);
        });
        app.MapGrpcService<EchoService>();
    }
}
