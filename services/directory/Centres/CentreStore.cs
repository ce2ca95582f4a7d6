using System.Text.Json;
using Dapper;
using Npgsql;

namespace Cnaim.Directory.Centres;

internal sealed class CentreStore(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<IReadOnlyList<Centre>> ListAsync(string? code, string? after, int? limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(CentreSql.List, new { code, after, limit, now = clock.GetUtcNow() }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToCentre())];
    }

    /// <summary>Changes whenever another focal point counts, or a capacity was written.</summary>
    public async Task<string> PresentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.ExecuteScalarAsync<string>(new CommandDefinition(CentreSql.Present, new { now = clock.GetUtcNow() }, cancellationToken: cancellationToken)))!;
    }

    private sealed record Row
    {
        public required string Code { get; init; }

        public required string Name { get; init; }

        public required string Kind { get; init; }

        public required string Status { get; init; }

        public bool IsOpen { get; init; }

        public string? Dico { get; init; }

        public required string TimeZone { get; init; }

        public required string OpeningHours { get; init; }

        public bool OpeningHoursAssumed { get; init; }

        public string? MunicipalHoliday { get; init; }

        public bool MunicipalHolidayAssumed { get; init; }

        public required string Offices { get; init; }

        public Centre ToCentre() => new(
            Code, Name, Kind, Status, IsOpen, Dico, TimeZone,
            JsonSerializer.Deserialize<List<OpeningHours>>(OpeningHours, JsonSerializerOptions.Web)!, OpeningHoursAssumed,
            MunicipalHoliday, MunicipalHolidayAssumed,
            JsonSerializer.Deserialize<List<OfficeAtCentre>>(Offices, JsonSerializerOptions.Web)!);
    }
}
