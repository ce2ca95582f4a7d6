using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cnaim.Messaging;

/// <summary>Red while referrals cannot flow through this service.</summary>
internal sealed class FlowHealthCheck(FlowState state, MessagingMetrics metrics) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var snapshot = metrics.Snapshot;
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["outboxAgeSeconds"] = Math.Round(snapshot.OutboxAge.TotalSeconds, 1),
            ["outboxParked"] = snapshot.OutboxParked,
            ["parked"] = snapshot.Parked.Values.Sum(),
            ["errors"] = snapshot.Errors,
            ["consumers"] = snapshot.Consumers,
        };
        return Task.FromResult(state.Problem() is { } problem ? HealthCheckResult.Unhealthy(problem, data: data) : HealthCheckResult.Healthy(data: data));
    }
}
