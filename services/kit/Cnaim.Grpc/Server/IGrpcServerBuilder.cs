using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>Goes on configuring gRPC.</summary>
public interface IGrpcServerBuilder
{
    /// <summary>The services.</summary>
    IServiceCollection Services { get; }
}
