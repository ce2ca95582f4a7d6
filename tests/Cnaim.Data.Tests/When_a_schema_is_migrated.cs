using Cnaim.Data.Migrations;
using Cnaim.Testing.Edge;
using Npgsql;

namespace Cnaim.Data.Tests;

public sealed class When_a_schema_is_migrated(PostgresFixture postgres)
{
    private static readonly (string, string) First = ("0001_first.sql", "CREATE TABLE first (id int);");

    [Fact]
    public async Task Should_apply_each_script_once_and_in_order()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (var host = DataHost.Create(database, ("0002_second.sql", "INSERT INTO first VALUES (2);"), First))
        {
            await host.MigrateAsync();
            await host.MigrateAsync();
        }

        await using var later = DataHost.Create(database, First, ("0002_second.sql", "INSERT INTO first VALUES (2);"), ("0003_third.sql", "INSERT INTO first VALUES (3);"));
        await later.MigrateAsync();

        (await later.ScalarAsync<string>("SELECT string_agg(id::text, ',' ORDER BY id) FROM first")).ShouldBe("2,3");
        (await later.ScalarAsync<string>("SELECT string_agg(name, ',' ORDER BY number) FROM schema_migration")).ShouldBe("0001_first.sql,0002_second.sql,0003_third.sql");
    }

    [Fact]
    public async Task Should_refuse_a_script_that_was_changed_after_it_was_applied()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (var host = DataHost.Create(database, First))
        {
            await host.MigrateAsync();
        }

        await using var changed = DataHost.Create(database, ("0001_first.sql", "CREATE TABLE first (id bigint);"), ("0002_second.sql", "CREATE TABLE second (id int);"));
        var refusal = await Should.ThrowAsync<MigrationException>(changed.MigrateAsync);

        refusal.Message.ShouldBe("Migration 0001_first.sql was applied with another content (0001_first.sql). Restore the file; changes go into a new number.");
        (await changed.ScalarAsync<bool>("SELECT to_regclass('second') IS NULL")).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_take_other_line_endings_for_the_same_script()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (var host = DataHost.Create(database, ("0001_first.sql", "CREATE TABLE first (\n id int);\n")))
        {
            await host.MigrateAsync();
        }

        await using var windows = DataHost.Create(database, ("0001_first.sql", "CREATE TABLE first (\r\n id int);\r\n"));

        await Should.NotThrowAsync(windows.MigrateAsync);
    }

    [Fact]
    public async Task Should_leave_nothing_half_done_when_a_script_fails()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (var host = DataHost.Create(database, First, ("0002_half.sql", "CREATE TABLE half (id int); SELECT 1 / 0;")))
        {
            var failure = await Should.ThrowAsync<MigrationException>(host.MigrateAsync);

            failure.Message.ShouldBe("Migration 0002_half.sql failed: division by zero");
            (await host.ScalarAsync<bool>("SELECT to_regclass('half') IS NULL")).ShouldBeTrue();
            (await host.ScalarAsync<long>("SELECT count(*) FROM schema_migration")).ShouldBe(1);
        }

        await using var repaired = DataHost.Create(database, First, ("0002_half.sql", "CREATE TABLE half (id int);"));
        await repaired.MigrateAsync();

        (await repaired.ScalarAsync<bool>("SELECT to_regclass('half') IS NOT NULL")).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_not_keep_a_script_that_could_not_be_recorded()
    {
        await using var host = DataHost.Create(
            await postgres.CreateDatabaseAsync(), First, ("0002_half.sql", "CREATE TABLE half (id int); ALTER TABLE schema_migration ADD CHECK (number < 2);"));

        await Should.ThrowAsync<PostgresException>(host.MigrateAsync);

        (await host.ScalarAsync<bool>("SELECT to_regclass('half') IS NULL")).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_let_one_of_several_hosts_migrate()
    {
        var database = await postgres.CreateDatabaseAsync();
        (string, string)[] files = [("0001_slow.sql", "SELECT pg_sleep(0.3); CREATE TABLE slow (id int);"), ("0002_row.sql", "INSERT INTO slow VALUES (1);")];
        await using var one = DataHost.Create(database, files);
        await using var two = DataHost.Create(database, files);
        await using var three = DataHost.Create(database, files);

        await Task.WhenAll(one.MigrateAsync(), two.MigrateAsync(), three.MigrateAsync());

        (await one.ScalarAsync<long>("SELECT count(*) FROM slow")).ShouldBe(1);
        (await one.ScalarAsync<long>("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7740")).ShouldBe(0);
    }

    [Theory]
    [InlineData("first.sql")]
    [InlineData("001_first.sql")]
    [InlineData("00O1_first.sql")]
    public async Task Should_refuse_a_script_without_a_number(string name)
    {
        await using var host = DataHost.Create(await postgres.CreateDatabaseAsync(), (name, "SELECT 1"));

        (await Should.ThrowAsync<MigrationException>(host.MigrateAsync)).Message.ShouldBe($"Migration '{name}' must be named NNNN_name.sql.");
    }

    [Fact]
    public async Task Should_refuse_a_number_that_exists_twice()
    {
        await using var host = DataHost.Create(await postgres.CreateDatabaseAsync(), First, ("0001_other.sql", "SELECT 1"));

        (await Should.ThrowAsync<MigrationException>(host.MigrateAsync)).Message.ShouldStartWith("Migration 0001 exists twice");
    }
}
