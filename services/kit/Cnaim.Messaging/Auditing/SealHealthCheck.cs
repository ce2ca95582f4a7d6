using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Cnaim.Messaging.Auditing;

/// <summary>Says when entries are not sealed, where no flow monitor does, and tells the sealer of what waits.</summary>
internal sealed class SealHealthCheck(NpgsqlDataSource database, SealState seals, AuditSignal audited) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var unsealed = await connection.ExecuteScalarAsync<double?>(new CommandDefinition("SELECT " + AuditSql.UnsealedFor, cancellationToken: cancellationToken));
        seals.Saw(TimeSpan.FromSeconds(Math.Max(0, unsealed ?? 0)));
        if (unsealed is not null)
        {
            audited.Set();
        }

        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["unsealedSeconds"] = Math.Round(seals.UnsealedFor.TotalSeconds, 1) };
        return seals.Warning is { } warning ? HealthCheckResult.Degraded(warning, data: data) : HealthCheckResult.Healthy(data: data);
    }
}
