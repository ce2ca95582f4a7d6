using Grpc.AspNetCore.HealthChecks;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps <c>grpc.health.v1</c>.</summary>
public static class GrpcHealthChecksEndpointRouteBuilderExtensions
{
    /// <summary>Maps the health service; its streams have no deadline unless the caller sets one.</summary>
    /// <param name="builder">The host's routes.</param>
    public static GrpcServiceEndpointConventionBuilder MapGrpcHealthChecksService(this IEndpointRouteBuilder builder) =>
        GrpcEndpointRouteBuilderExtensions.Map<HealthService>(builder, isLimited: false);
}
