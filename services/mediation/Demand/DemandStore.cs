using Cnaim.Messaging;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Cnaim.Mediation.Demand;

/// <summary>Counts what was looked for and not found; nobody stands in it.</summary>
internal sealed class DemandStore(OfficeTransaction transaction, TimeProvider clock)
{
    /// <summary>No mediator speaks the language well enough, or has any time within two weeks.</summary>
    public const string NobodySpeaks = "nobody-speaks";

    /// <summary>Somebody speaks it and is not free at that time.</summary>
    public const string NobodyFree = "nobody-free";

    /// <summary>All lines of telephone translation were taken.</summary>
    public const string NoInterpreter = "no-interpreter";

    /// <summary>Telephone translation does not offer the language.</summary>
    public const string NotOffered = "not-offered";

    /// <summary>Counts one; it goes out with the commit.</summary>
    public void Count(string language, string centre, string outcome)
    {
        var now = clock.GetUtcNow();
        var hour = new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc);
        transaction.Add(
            DemandSql.Count,
            new NpgsqlParameter("language", language),
            new NpgsqlParameter("centre", centre),
            new NpgsqlParameter("hour", NpgsqlDbType.TimestampTz) { Value = hour },
            new NpgsqlParameter("outcome", outcome));
    }

    public async Task<IReadOnlyList<DemandCell>> ReadAsync(string? centre, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<DemandCell>(transaction.Command(DemandSql.Read, new { centre, from, until }, cancellationToken))];
    }
}
