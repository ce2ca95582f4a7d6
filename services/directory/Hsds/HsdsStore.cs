using System.Text.Json;
using Dapper;
using Npgsql;

namespace Cnaim.Directory.Hsds;

internal sealed class HsdsStore(NpgsqlDataSource database)
{
    public async Task<HsdsPage> ListAsync(string kind, HsdsQuery query, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Kind = kind,
            Search = query.Search is null ? null : SearchText.Fold(query.Search),
            query.Related,
            TopOnly = query.TopOnly ?? false,
            Full = query.Full ?? false,
            Offset = (long)(query.PageOrFirst - 1) * query.PerPageOrDefault,
            PerPage = query.PerPageOrDefault,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition(HsdsSql.Count, parameters, cancellationToken: cancellationToken));
        var rows = await connection.QueryAsync<string>(new CommandDefinition(HsdsSql.Page, parameters, cancellationToken: cancellationToken));
        return HsdsPage.Of(query, total, [.. rows.Select(row => JsonElement.Parse(row))]);
    }

    public async Task<JsonElement?> FindAsync(string kind, string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(HsdsSql.Find, new { kind, id }, cancellationToken: cancellationToken));
        return row is null ? null : JsonElement.Parse(row);
    }
}
