using System.Security.Cryptography;
using System.Text;
using Cnaim.Data.Protection;
using Cnaim.ServiceDefaults.Protection;
using Cnaim.Testing.Edge;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Cnaim.Data.Tests;

public sealed class When_a_key_was_rotated(PostgresFixture postgres)
{
    private const string Table = "CREATE TABLE answer (answer_id uuid PRIMARY KEY, body bytea);";

    private const string Stale = """
        SELECT ctid::text AS place, answer_id::text AS key, body AS stored
        FROM answer
        WHERE ctid > @after::tid AND substr(body, 1, octet_length(@header)) <> @header
        ORDER BY ctid
        LIMIT 200
        """;

    private const string Replace = "UPDATE answer SET body = @fresh WHERE ctid = @place::tid AND body = @stored";

    private readonly string _old = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly string _new = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact(Timeout = 120_000)]
    public async Task Should_write_every_value_again_under_the_present_key_while_earlier_ones_still_open()
    {
        var database = await postgres.CreateDatabaseAsync();
        var ids = await FillAsync(database, With(_old), 450);
        var present = With(_new);

        await using var host = Start(database, _new, _old);
        await host.StartAsync();
        await UntilLeftAsync(host, present, 0);

        foreach (var id in ids)
        {
            Encoding.UTF8.GetString(present.Unprotect(await StoredAsync(host.Database, id), id)).ShouldBe("told " + id);
        }

    }

    [Fact(Timeout = 120_000)]
    public async Task Should_go_past_a_value_that_no_key_opens()
    {
        var database = await postgres.CreateDatabaseAsync();
        var (lost, kept) = (await FillAsync(database, With(Convert.ToBase64String(new byte[32])), 1), await FillAsync(database, With(_old), 3));
        await using var host = Start(database, _new, _old);
        await host.StartAsync();
        await UntilLeftAsync(host, With(_new), 1);
        Encoding.UTF8.GetString(With(_new).Unprotect(await StoredAsync(host.Database, kept[2]), kept[2])).ShouldBe("told " + kept[2]);
        With(Convert.ToBase64String(new byte[32])).Unprotect(await StoredAsync(host.Database, lost[0]), lost[0]).ShouldNotBeEmpty();
    }

    private static DataHost Start(string database, string key, string previous) => DataHost.Create(
        database,
        log: null,
        builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Protection:Key", key), new("Protection:PreviousKeys:0", previous)]);
            builder.Services.AddProtectedField(new ProtectedField("answer.body", Stale, Replace, Guid.Parse));
        },
        ("0001_answer.sql", "SELECT 1;"));

    private static async Task<List<Guid>> FillAsync(string database, FieldProtection protection, int count)
    {
        await PostgresFixture.ExecuteAsync(database, Table.Replace("TABLE", "TABLE IF NOT EXISTS", StringComparison.Ordinal));
        await using var source = NpgsqlDataSource.Create(database);
        var ids = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids)
        {
            await using var insert = source.CreateCommand("INSERT INTO answer VALUES ($1, $2)");
            insert.Parameters.Add(new NpgsqlParameter { Value = id });
            insert.Parameters.Add(new NpgsqlParameter { Value = protection.Protect(Encoding.UTF8.GetBytes("told " + id), id) });
            await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        return ids;
    }

    private static async Task<byte[]> StoredAsync(NpgsqlDataSource database, Guid id)
    {
        await using var read = database.CreateCommand("SELECT body FROM answer WHERE answer_id = $1");
        read.Parameters.Add(new NpgsqlParameter { Value = id });
        return (byte[])(await read.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task UntilLeftAsync(DataHost host, FieldProtection present, long count)
    {
        while (await host.ScalarAsync<long>(CountStale(present)) != count)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken); // the test run's own time limit ends a wait in vain
        }
    }

    private static string CountStale(FieldProtection protection) =>
        $"SELECT count(*) FROM answer WHERE substr(body, 1, 8) <> '\\x{Convert.ToHexString(protection.Header.Span)}'::bytea";

    private static FieldProtection With(string key) => new(new ConfigurationBuilder().AddInMemoryCollection(
        [new("Protection:Key", key)]).Build());
}
