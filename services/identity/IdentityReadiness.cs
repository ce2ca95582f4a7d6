using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cnaim.Identity;

/// <summary>Green when the clients are seeded and a key can sign.</summary>
internal sealed class IdentityReadiness : IHealthCheck
{
    public bool IsReady { get; set; }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Keys and clients are not loaded yet."));
}
