using System.Net;
using Cnaim.Testing.Edge;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cnaim.Identity.Tests;

public sealed class When_identity_starts(PostgresFixture postgres)
{
    private const string Grant = "grant_type=client_credentials";

    [Theory]
    [InlineData("Seed__Clients__health", "short")]
    [InlineData("Seed__Clients__health", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("Seed__Clients__health", "health-0123456789-abcdefghij-0123456789")]
    [InlineData("Seed__Clients__sandbox", "h7Tq-2vLx9_Zr4Wm8Yk1Bn6Pc3Gd5Fs0")]
    [InlineData("Seed__Clients__sandbox-agency", "h7Tq-2vLx9_Zr4Wm8Yk1Bn6Pc3Gd5Fs0")]
    [InlineData("Seed__Clients__sandbox-partner", "h7Tq-2vLx9_Zr4Wm8Yk1Bn6Pc3Gd5Fs0")]
    [InlineData("Protection__Key", "c2hvcnQ=")]
    public async Task Should_not_start_in_production_with_what_could_be_guessed(string key, string value)
    {
        var settings = IdentityUnderTest.Settings(await postgres.CreateDatabaseAsync(), "production");
        settings[key] = value;
        await using var identity = ServiceProcess.Launch("identity", "Cnaim.Identity", settings);
        await identity.WaitForExitAsync();
        identity.ExitCode.ShouldNotBe(0);
        identity.Log.ShouldContain(key);
        identity.Log.ShouldNotContain(value);
    }

    [Fact]
    public async Task Should_drop_the_sandbox_client_in_production()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (await IdentityUnderTest.StartAsync(IdentityUnderTest.Settings(database).WithSandbox()))
        {
        }

        await using var production = await IdentityUnderTest.StartAsync(IdentityUnderTest.Settings(database, "production"));
        await (await production.Client.AskAsync("sandbox:" + IdentityUnderTest.SandboxSecret, Grant + "&office=health&centre=cnaim-lisboa")).ShouldRefuseAsync(401, "invalid_client");
        (await production.Client.AskAsync("health:" + IdentityUnderTest.HealthSecret, Grant)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_keep_its_key_and_take_a_new_secret()
    {
        var settings = IdentityUnderTest.Settings(await postgres.CreateDatabaseAsync());
        IReadOnlyList<string> before;
        await using (var first = await IdentityUnderTest.StartAsync(settings))
        {
            before = await first.Client.KeyIdsAsync();
        }

        settings["Seed__Clients__health"] = "another secret of the client";
        await using var second = await IdentityUnderTest.StartAsync(settings);
        (await second.Client.KeyIdsAsync()).ShouldBe(before);
        await (await second.Client.AskAsync("health:" + IdentityUnderTest.HealthSecret, Grant)).ShouldRefuseAsync(401, "invalid_client");
        (await second.Client.AskAsync("health:another secret of the client", Grant)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_replace_an_old_key_and_still_publish_it()
    {
        var database = await postgres.CreateDatabaseAsync();
        IReadOnlyList<string> before;
        string token;
        await using (var first = await IdentityUnderTest.StartAsync(IdentityUnderTest.Settings(database)))
        {
            before = await first.Client.KeyIdsAsync();
            token = (await (await first.Client.AskAsync("health:" + IdentityUnderTest.HealthSecret, Grant)).JsonAsync(200)).GetProperty("access_token").GetString()!;
        }

        await PostgresFixture.ExecuteAsync(database, "UPDATE signing_key SET activates_at = activates_at - interval '91 days'");
        await using var second = await IdentityUnderTest.StartAsync(IdentityUnderTest.Settings(database));
        var after = await second.Client.KeyIdsAsync();
        after.Count.ShouldBe(2);
        after.Contains(before.Single(), StringComparer.Ordinal).ShouldBeTrue();
        (await second.Client.ReadTokenAsync(token)).IsValid.ShouldBeTrue();
        // Published at once, it signs ten seconds later.
        var kid = before.Single();
        for (var attempt = 0; attempt < 240 && string.Equals(kid, before.Single(), StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            var fresh = (await (await second.Client.AskAsync("health:" + IdentityUnderTest.HealthSecret, Grant)).JsonAsync(200)).GetProperty("access_token").GetString()!;
            kid = new JsonWebToken(fresh).Kid;
        }

        kid.ShouldNotBe(before.Single());
    }

    [Fact]
    public async Task Should_store_neither_secrets_nor_keys_in_clear()
    {
        var database = await postgres.CreateDatabaseAsync();
        var settings = IdentityUnderTest.Settings(database);
        await using (await IdentityUnderTest.StartAsync(settings))
        {
        }

        var clients = (string)(await PostgresFixture.ExecuteAsync(database, "SELECT string_agg(client::text, ' ') FROM client"))!;
        clients.ShouldNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(IdentityUnderTest.HealthSecret)));
        settings["Protection__Key"] = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());
        await using var other = ServiceProcess.Launch("identity", "Cnaim.Identity", settings);
        await other.WaitForExitAsync();
        other.ExitCode.ShouldNotBe(0, "a stored key cannot be opened with another protection key");
    }
}
