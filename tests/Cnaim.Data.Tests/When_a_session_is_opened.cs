using Cnaim.Testing.Edge;
using Npgsql;

namespace Cnaim.Data.Tests;

public sealed class When_a_session_is_opened(PostgresFixture postgres)
{
    [Theory]
    [InlineData("idle_in_transaction_session_timeout", "10s")]
    [InlineData("TimeZone", "UTC")]
    [InlineData("application_name", "data-tests")]
    public async Task Should_have_the_sessions_settings(string name, string expected)
    {
        var database = await postgres.CreateDatabaseAsync();
        // What the server's administrator prefers does not reach the services.
        await PostgresFixture.ExecuteAsync(database, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(database).Database} SET timezone = 'Europe/Lisbon'");
        await using var host = DataHost.Create(database);

        (await host.ScalarAsync<string>($"SELECT current_setting('{name}')")).ShouldBe(expected);
    }

    [Fact]
    public async Task Should_notice_a_dead_peer_by_keep_alives()
    {
        await using var host = DataHost.Create(await postgres.CreateDatabaseAsync());

        (await host.ScalarAsync<string>("SELECT current_setting('tcp_keepalives_idle') || ' ' || current_setting('tcp_keepalives_interval') || ' ' || current_setting('tcp_keepalives_count')"))
            .ShouldBe("10 5 3");
    }

    [Fact]
    public async Task Should_prepare_what_is_executed_again_and_again()
    {
        await using var host = DataHost.Create(await postgres.CreateDatabaseAsync());
        await using var connection = await host.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);

        for (var time = 0; time < 3; time++)
        {
            await ExecuteAsync(connection, "SELECT 4711");
        }

        (await ExecuteAsync(connection, "SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT 4711'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Should_keep_prepared_statements_when_the_pool_hands_the_session_out_again()
    {
        await using var host = DataHost.Create(await postgres.CreateDatabaseAsync());

        for (var time = 0; time < 3; time++)
        {
            await host.ScalarAsync<int>("SELECT 4711");
        }

        (await host.ScalarAsync<long>("SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT 4711'")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_not_hand_out_the_open_transaction_of_another()
    {
        await using var host = DataHost.Create(await postgres.CreateDatabaseAsync() + ";Maximum Pool Size=1");
        await using (var connection = await host.Database.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await ExecuteAsync(connection, "CREATE TABLE kept (id int)");
            await ExecuteAsync(connection, "BEGIN");
            await ExecuteAsync(connection, "INSERT INTO kept VALUES (1)");
        }

        (await host.ScalarAsync<long>("SELECT count(*) FROM kept")).ShouldBe(0);
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
