using System.Net.Http.Json;
using Cnaim.Messaging.Auditing;
using Dapper;
using Npgsql;

namespace Cnaim.Messaging.Erasure;

/// <summary>Gives digests of what was erased to the directory, which keeps them for the time after a restore (ADR 0047).</summary>
internal sealed class ErasureKeeper(NpgsqlDataSource database, IHttpClientFactory clients)
{
    /// <summary>Gives what is not kept yet.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var orders = (await connection.QueryAsync<NotKept>(new CommandDefinition(ErasureSql.NotKept, cancellationToken: cancellationToken))).AsList();
        foreach (var order in orders)
        {
            using var client = clients.CreateClient(HeadKeeper.HttpClientName);
            using var answer = await client.PutAsJsonAsync(new Uri($"/v1/erasures/{order.OrderId}", UriKind.Relative), new { order.ErasedAt, order.Digests }, cancellationToken);
            answer.EnsureSuccessStatusCode();
            await connection.ExecuteAsync(new CommandDefinition(ErasureSql.Kept, new { order.OrderId, order.Digests }, cancellationToken: cancellationToken));
        }
    }

    private sealed record NotKept
    {
        public required Guid OrderId { get; init; }

        public required DateTimeOffset ErasedAt { get; init; }

        public required string[] Digests { get; init; }
    }
}
