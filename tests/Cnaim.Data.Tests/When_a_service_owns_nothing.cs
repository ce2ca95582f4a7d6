using Cnaim.Servers;
using Cnaim.Testing.Edge;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Cnaim.Data.Tests;

public sealed class When_a_service_owns_nothing(PostgresFixture postgres)
{
    private static readonly (string, string)[] Files =
    [
        ("0001_first.sql", "CREATE TABLE first (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text); CREATE SEQUENCE ticket;"),
        ("0002_second.sql", "CREATE SCHEMA apart; CREATE TABLE apart.kept (id int); CREATE VIEW apart.seen AS SELECT id FROM apart.kept;"),
        ("Grants/kept.sql", "REVOKE UPDATE, DELETE ON apart.kept FROM {service};"),
    ];

    [Fact]
    public async Task Should_let_it_write_rows_and_change_no_table()
    {
        var (service, owner) = await AccountsAsync("rows");
        await using var host = DataHost.Create(service, owner, null, Files);

        await host.MigrateAsync();
        await host.MigrateAsync();

        (await host.ScalarAsync<long>("INSERT INTO first (name) VALUES ('a'); UPDATE first SET name = 'b'; INSERT INTO apart.kept VALUES (1); DELETE FROM first; SELECT nextval('ticket') + count(*) FROM apart.seen")).ShouldBe(2);
        foreach (var sql in (string[])
        [
            "ALTER TABLE first ADD COLUMN more int", "DROP TABLE first", "TRUNCATE first", "CREATE TABLE own (id int)", "CREATE TABLE apart.own (id int)",
            "ALTER TABLE first OWNER TO CURRENT_USER", "UPDATE apart.kept SET id = 2", "DELETE FROM apart.kept", "UPDATE schema_migration SET checksum = ''", "INSERT INTO schema_migration VALUES (3, '', '')",
        ])
        {
            (await Should.ThrowAsync<PostgresException>(() => host.ScalarAsync<object>(sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
        }
    }

    [Fact]
    public async Task Should_give_it_what_a_later_version_adds()
    {
        var (service, owner) = await AccountsAsync("later");
        await using (var host = DataHost.Create(service, owner, null, Files))
        {
            await host.MigrateAsync();
        }

        await using var later = DataHost.Create(service, owner, null, [.. Files, ("0003_third.sql", "CREATE TABLE third (id int);")]);
        await later.MigrateAsync();

        (await later.ScalarAsync<long>("INSERT INTO third VALUES (1); SELECT count(*) FROM third")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_wait_for_whoever_holds_the_owners_secret()
    {
        var (service, owner) = await AccountsAsync("waits");
        await using var host = DataHost.Create(service, owner: null, null, Files);
        await host.StartAsync();
        (await Should.ThrowAsync<Migrations.SchemaIncompleteException>(host.MigrateAsync)).File.ShouldBe("0001_first.sql");
        host.Start.IsComplete.ShouldBeFalse();
        (await host.ReadyAsync()).ShouldBe(HealthStatus.Unhealthy);

        await using var once = DataHost.Create(service, owner, null, Files);
        await once.MigrateAsync();

        await host.Start.WaitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        (await host.ReadyAsync()).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Should_start_on_a_database_that_an_earlier_version_owned()
    {
        var accounts = postgres.Accounts();
        await accounts.EnsureAsync(["earlier"], TestContext.Current.CancellationToken);
        var (service, owner) = (accounts.ConnectionString("earlier"), accounts.OwnerConnectionString("earlier"));
        await PostgresFixture.ExecuteAsync(postgres.AdminOf("cnaim_earlier"), "ALTER DATABASE cnaim_earlier OWNER TO cnaim_earlier");
        await using (var before = DataHost.Create(service, Files))
        {
            await before.MigrateAsync();
        }

        await accounts.EnsureAsync(["earlier"], TestContext.Current.CancellationToken);
        await using var host = DataHost.Create(service, owner, null, [.. Files, ("0003_third.sql", "ALTER TABLE first ADD COLUMN more int;")]);
        await host.MigrateAsync();

        (await host.ScalarAsync<long>("INSERT INTO first (more) VALUES (1); SELECT count(*) FROM first")).ShouldBe(1);
        (await Should.ThrowAsync<PostgresException>(() => host.ScalarAsync<object>("DROP TABLE first"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => host.ScalarAsync<object>("DELETE FROM apart.kept"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task<(string Service, string Owner)> AccountsAsync(string code)
    {
        var accounts = postgres.Accounts();
        await accounts.EnsureAsync([code], TestContext.Current.CancellationToken);
        return (accounts.ConnectionString(code), accounts.OwnerConnectionString(code));
    }
}
