using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>The served call as a feature of its <c>HttpContext</c>.</summary>
public interface IServerCallContextFeature
{
    /// <summary>The served call.</summary>
    ServerCallContext ServerCallContext { get; }
}
