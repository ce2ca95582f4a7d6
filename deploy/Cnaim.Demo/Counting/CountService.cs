using Dapper;
using Npgsql;

namespace Cnaim.Demo.Counting;

/// <summary>Reads one service's database; a source of the count that shares no code with the service.</summary>
internal static class CountService
{
    static CountService() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public static async Task<ServiceCount> ReadAsync(string service, string connectionString, Guid[] ids, string[] persons, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        var all = new { ids, persons, service };
        return new ServiceCount
        {
            Service = service,
            Sent = await ListAsync<ReferralRow>(connection, CountSql.Sent, all, cancellationToken),
            Received = await ListAsync<ReferralRow>(connection, CountSql.Received, all, cancellationToken),
            SentForPersons = await ListAsync<Guid>(connection, CountSql.SentForPersons, all, cancellationToken),
            Twice =
            [
                .. await ListAsync<Guid>(connection, CountSql.CasesOpenedTwice, all, cancellationToken),
                .. await ListAsync<Guid>(connection, CountSql.AppliedTwice, all, cancellationToken),
            ],
            SentStreams = await ListAsync<StreamRow>(connection, CountSql.SentStreams, all, cancellationToken),
            AppliedStreams = await ListAsync<AppliedRow>(connection, CountSql.AppliedStreams, all, cancellationToken),
            TimelineOutOfOrder = await ListAsync<Guid>(connection, CountSql.TimelineOutOfOrder, all, cancellationToken),
            Leftovers = (await ListAsync<Leftovers>(connection, CountSql.Leftovers, all, cancellationToken))[0],
        };
    }

    private static async Task<IReadOnlyList<T>> ListAsync<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).AsList();
}
