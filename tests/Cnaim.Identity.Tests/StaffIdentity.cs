using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Servers;
using Cnaim.Testing.Edge;

namespace Cnaim.Identity.Tests;

/// <summary>An identity service with demo accounts of staff, which checks its own tokens as it does when it runs.</summary>
[CollectionDefinition(nameof(StaffIdentity))]
public sealed class StaffIdentity(PostgresFixture postgres) : IAsyncLifetime, ICollectionFixture<StaffIdentity>
{
    public const string Password = "a long demo password";
    public const string PartnerSecret = "sandbox partner secret";
    public const string TotpKey = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    private ServiceProcess _identity = null!;

    internal HttpClient Client => _identity.Client;

    internal string Database { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.CreateDatabaseAsync();
        _identity = await StartAsync(Database, ("SignIn__PerAccount", "1000"), ("SignIn__PerAddress", "1000"));
    }

    public ValueTask DisposeAsync() => _identity.DisposeAsync();

    internal static Task<ServiceProcess> StartAsync(string database, params (string Key, string Value)[] more)
    {
        var url = $"http://127.0.0.1:{FreePorts.Next()}";
        var settings = IdentityUnderTest.Settings(database).WithSandbox();
        settings["Identity__Keys"] = url + "/.well-known/jwks.json";
        (settings["Seed__DemoPassword"], settings["Seed__DemoTotpKey"]) = (Password, TotpKey);
        settings["Seed__Clients__sandbox-partner"] = PartnerSecret;
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return ServiceProcess.StartAsync("identity", "Cnaim.Identity", settings, url);
    }

    /// <summary>Calls as a demo identity of the sandbox or with the token that a session was exchanged for.</summary>
    internal async Task<HttpResponseMessage> SendAsync(string token, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal async Task<string> TokenAsync(string role, string centre = "cnaim-lisboa", string desk = "1") => (await (await Client.AskAsync(
        "sandbox:" + IdentityUnderTest.SandboxSecret,
        $"grant_type=client_credentials&audience=identity&office=reception&centre={centre}&role={role}&desk={desk}")).JsonAsync(200)).GetProperty("access_token").GetString()!;

    internal Task<HttpResponseMessage> PostAsync(string path, object body) => Client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    /// <summary>Signs in with password and code; the secret of the session.</summary>
    internal async Task<string> SignInAsync(string account, string password = Password, string key = TotpKey, string? code = null)
    {
        var first = await (await PostAsync("/v1/sign-in", new { account, password })).JsonAsync(200);
        first.GetProperty("state").GetString().ShouldBe("code-needed");
        var second = await PostAsync("/v1/sign-in/code", new { ticket = first.GetProperty("ticket").GetString(), code = code ?? await FreshCodeAsync(account, key) });
        (await second.JsonAsync(200)).GetProperty("state").GetString().ShouldBe("signed-in");
        return second.Headers.GetValues("Cnaim-Session").Single();
    }

    /// <summary>What the gateway gets for the secret of a session.</summary>
    internal Task<HttpResponseMessage> ExchangeAsync(string secret, string audience = "identity") => Client.AskAsync(
        "gateway:" + IdentityUnderTest.GatewaySecret,
        $"grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token={secret}&subject_token_type=urn:cnaim:token-type:session&audience={audience}",
        "/connect/exchange");

    internal async Task<string> ExchangedAsync(string secret) => (await (await ExchangeAsync(secret)).JsonAsync(200)).GetProperty("access_token").GetString()!;

    internal Task<object?> SqlAsync(string sql) => PostgresFixture.ExecuteAsync(Database, sql);

    internal async Task<JsonElement> ChangesAsync(long? after) => await (await Client.AskAsync(
        "gateway:" + IdentityUnderTest.GatewaySecret, after is null ? "x=y" : $"after={after}", "/connect/rights-changes")).JsonAsync(200);

    /// <summary>A code that was not used yet: each is good once.</summary>
    internal async Task<string> FreshCodeAsync(string account, string key)
    {
        await SqlAsync($"DELETE FROM used_code WHERE staff_id = (SELECT staff_id FROM staff WHERE account = '{account}')");
        return Totp.Code(key, DateTimeOffset.UtcNow);
    }
}
