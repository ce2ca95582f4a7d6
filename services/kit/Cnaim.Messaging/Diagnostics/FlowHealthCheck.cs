using Cnaim.Messaging.Auditing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cnaim.Messaging;

/// <summary>Red while referrals cannot flow through this service; degraded, which is still green, while something will slow them down.</summary>
internal sealed class FlowHealthCheck(FlowState state, SealState seals, MessagingMetrics metrics) : IHealthCheck
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
            ["unsealedSeconds"] = Math.Round(snapshot.UnsealedFor.TotalSeconds, 1),
        };
        IReadOnlyList<string> warnings = [.. snapshot.Upkeep.Warnings(), .. seals.Warning is { } warning ? (string[])[warning] : []];
        return Task.FromResult(state.Problem() switch
        {
            { } problem => HealthCheckResult.Unhealthy(problem, data: data),
            null when warnings.Count > 0 => HealthCheckResult.Degraded(string.Join(' ', warnings), data: data),
            null => HealthCheckResult.Healthy(data: data),
        });
    }
}
