using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cnaim.Screening.Rules;

/// <summary>Ready once rules are loaded.</summary>
internal sealed class RulesHealthCheck(RulesCatalogue catalogue) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(catalogue.IsLoaded ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("no rules loaded"));
}
