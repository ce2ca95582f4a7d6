using Npgsql;
using Shouldly;

namespace Cnaim.Launcher.Tests.Servers;

public sealed class When_databases_are_created(ServersFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_let_the_owner_alone_create_tables()
    {
        var databases = fixture.Servers.Postgres.Databases;
        var service = await databases.CreateAsync("social-security", Cancel);

        await using var owner = NpgsqlDataSource.Create(databases.OwnerConnectionString("social-security"));
        await owner.CreateCommand("CREATE SCHEMA try; CREATE TABLE try.t (id int); CREATE TABLE public.t (id int)").ExecuteNonQueryAsync(Cancel);
        foreach (var (role, text) in ((string, string)[])[("", service), ("_sealer", databases.SealerConnectionString("social-security"))])
        {
            await using var visitor = NpgsqlDataSource.Create(text);
            (await visitor.CreateCommand("SELECT current_database() || ' ' || current_user").ExecuteScalarAsync(Cancel)).ShouldBe("cnaim_social_security cnaim_social_security" + role);
            foreach (var sql in (string[])["CREATE TABLE own (id int)", "CREATE SCHEMA own", "CREATE TEMPORARY TABLE own (id int)", "SELECT * FROM public.t", "DROP TABLE public.t"])
            {
                (await Should.ThrowAsync<PostgresException>(() => visitor.CreateCommand(sql).ExecuteNonQueryAsync(Cancel))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
            }
        }
    }

    [Fact]
    public async Task Should_take_over_what_a_service_of_an_earlier_version_owned()
    {
        var databases = fixture.Servers.Postgres.Databases;
        var service = await databases.CreateAsync("education", Cancel);
        await using (var admin = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(fixture.Servers.Postgres.AdminConnectionString) { Database = "cnaim_education" }.ConnectionString))
        {
            await admin.CreateCommand("ALTER DATABASE cnaim_education OWNER TO cnaim_education").ExecuteNonQueryAsync(Cancel);
        }

        await using var earlier = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(service) { Pooling = false }.ConnectionString);
        await earlier.CreateCommand("CREATE EXTENSION pg_trgm; CREATE TABLE kept (id int GENERATED ALWAYS AS IDENTITY, name text); INSERT INTO kept (name) VALUES ('one')").ExecuteNonQueryAsync(Cancel);

        await databases.EnsureAsync(["education"], Cancel);

        await using var owner = NpgsqlDataSource.Create(databases.OwnerConnectionString("education"));
        await owner.CreateCommand("ALTER TABLE kept ADD COLUMN more int; GRANT SELECT, INSERT ON kept TO cnaim_education").ExecuteNonQueryAsync(Cancel);
        (await earlier.CreateCommand("INSERT INTO kept (name) VALUES ('two'); SELECT count(*) FROM kept").ExecuteScalarAsync(Cancel)).ShouldBe(2L);
        (await Should.ThrowAsync<PostgresException>(() => earlier.CreateCommand("ALTER TABLE kept DROP COLUMN more").ExecuteNonQueryAsync(Cancel)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Should_refuse_a_service_at_another_database()
    {
        var databases = fixture.Servers.Postgres.Databases;
        await databases.EnsureAsync(["tax", "borders"], Cancel);
        await databases.EnsureAsync(["tax", "borders"], Cancel);

        foreach (var other in (string[])["cnaim_borders", "postgres", "template1"])
        {
            foreach (var own in (string[])[databases.ConnectionString("tax"), databases.OwnerConnectionString("tax"), databases.SealerConnectionString("tax")])
            {
                var text = new NpgsqlConnectionStringBuilder(own) { Database = other, Pooling = false }.ConnectionString;
                await using var source = NpgsqlDataSource.Create(text);
                var refusal = await Should.ThrowAsync<PostgresException>(async () => await source.OpenConnectionAsync(Cancel));
                refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
            }
        }
    }
}
