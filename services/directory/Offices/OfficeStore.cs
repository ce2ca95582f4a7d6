using System.Text.Json;
using Dapper;
using Npgsql;

namespace Cnaim.Directory.Offices;

internal sealed class OfficeStore(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<Office>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(OfficeSql.List, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new Office(
            row.Code, row.Kind, new LocalText(row.NamePt, row.NameEn), row.Sensitivity,
            JsonSerializer.Deserialize<List<OfficeRequest>>(row.Requests, JsonSerializerOptions.Web)!))];
    }

    private sealed record Row
    {
        public required string Code { get; init; }

        public required string Kind { get; init; }

        public required string NamePt { get; init; }

        public required string NameEn { get; init; }

        public required string Sensitivity { get; init; }

        public required string Requests { get; init; }
    }
}
