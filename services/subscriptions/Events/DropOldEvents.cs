using Cnaim.Messaging;
using Cnaim.Subscriptions.Webhooks;
using Dapper;
using Npgsql;

namespace Cnaim.Subscriptions.Events;

/// <summary>Drops the days that are over. What still waits there for an endpoint is withheld first, and its partner is told how much.</summary>
internal sealed class DropOldEvents(NpgsqlDataSource database, OfficeTransaction transaction, TimeProvider clock)
{
    public async Task RunAsync(DateOnly before, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await transaction.BeginAsync(cancellationToken);
        foreach (var (clientId, endpointId, count) in await transaction.Connection.QueryAsync<(string, Guid, long)>(transaction.Command(EventSql.WithholdOld, new { before, now }, cancellationToken)))
        {
            var detail = FormattableString.Invariant($"{count}");
            await transaction.Connection.ExecuteAsync(transaction.Command(EventSql.Notice, new { noticeId = Guid.CreateVersion7(now), clientId, endpointId, detail, now }, cancellationToken));
            transaction.Audit(EndpointAudit.Entry("endpoint.deliveries-dropped", endpointId, actor: null, detail));
        }

        await transaction.CommitAsync(cancellationToken);
        await using var command = database.CreateCommand(EventSql.DropPartitions);
        command.Parameters.AddWithValue(before);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
