using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cnaim.Directory.Loading;

/// <summary>The version of the loaded documents; null until they are loaded.</summary>
internal sealed class DirectoryVersion : IHealthCheck
{
    private volatile string? _current;

    public string? Current
    {
        get => _current;
        set => _current = value;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Current is null ? HealthCheckResult.Unhealthy("The directory is not loaded yet.") : HealthCheckResult.Healthy());
}
