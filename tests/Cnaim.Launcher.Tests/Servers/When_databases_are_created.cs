using Npgsql;
using Shouldly;

namespace Cnaim.Launcher.Tests.Servers;

public sealed class When_databases_are_created(ServersFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_let_a_service_create_tables_in_its_own_database()
    {
        var own = await fixture.Servers.Postgres.Databases.CreateAsync("social-security", Cancel);

        await using var source = NpgsqlDataSource.Create(own);
        await source.CreateCommand("CREATE SCHEMA try; CREATE TABLE try.t (id int); DROP SCHEMA try CASCADE").ExecuteNonQueryAsync(Cancel);
        (await source.CreateCommand("SELECT current_database() || ' ' || current_user").ExecuteScalarAsync(Cancel)).ShouldBe("cnaim_social_security cnaim_social_security");
    }

    [Fact]
    public async Task Should_refuse_a_service_at_another_database()
    {
        var databases = fixture.Servers.Postgres.Databases;
        await databases.EnsureAsync(["tax", "borders"], Cancel);
        await databases.EnsureAsync(["tax", "borders"], Cancel);

        foreach (var other in (string[])["cnaim_borders", "postgres", "template1"])
        {
            var text = new NpgsqlConnectionStringBuilder(databases.ConnectionString("tax")) { Database = other, Pooling = false }.ConnectionString;
            await using var source = NpgsqlDataSource.Create(text);
            var refusal = await Should.ThrowAsync<PostgresException>(async () => await source.OpenConnectionAsync(Cancel));
            refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }
}
