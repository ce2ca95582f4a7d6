namespace Grpc.AspNetCore.HealthChecks;

/// <summary>How <c>grpc.health.v1</c> answers.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>Which checks count for which service; unless changed, all checks count for the whole server (the empty name).</summary>
    public ServiceMappingCollection Services { get; } = new();
}
