using Cnaim.Testing.Edge;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Tests;

/// <summary>An agency's own identity provider: another key server with other words for the same things.</summary>
public sealed class When_another_issuer_is_accepted(PostgresFixture postgres) : IAsyncLifetime
{
    private Issuer _agency = null!;
    private ServiceProcess _identity = null!;

    public async ValueTask InitializeAsync()
    {
        _agency = await Issuer.StartAsync();
        _identity = await StaffIdentity.StartAsync(await postgres.CreateDatabaseAsync(), [.. Settings(_agency.Address + "/keys")]);
    }

    public async ValueTask DisposeAsync()
    {
        await _identity.DisposeAsync();
        await _agency.DisposeAsync();
    }

    [Fact]
    public async Task Should_translate_its_claims_and_refuse_all_that_is_not_agreed()
    {
        var json = await (await ExchangeAsync(Sign())).JsonAsync(200);
        var token = await _identity.Client.ReadTokenAsync(json.GetProperty("access_token").GetString()!, "tax");
        (token.Claims["sub"], token.Claims["office"], token.Claims["centre"], token.Claims["role"]).ShouldBe(("ext:agency:u-17", "tax", "cnaim-faro", "office-agent"));

        string[] wrong =
        [
            Sign(change => change.Issuer = "http://evil.test"),
            Sign(change => change.Audience = "cnaim"),
            Sign(change => change.Expires = DateTime.UtcNow.AddMinutes(-1)),
            Sign(change => change.SigningCredentials = null),
            Sign(change => change.Claims["function"] = "Director"),
            Sign(change => change.Claims["unit"] = "nowhere"),
            Sign(change => change.Claims["place"] = ""),
            Sign(change => change.SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256)) { KeyId = "unknown" }, SecurityAlgorithms.EcdsaSha256)),
        ];
        foreach (var text in wrong)
        {
            await (await ExchangeAsync(text)).ShouldRefuseAsync(400, "invalid_grant");
        }

        await (await ExchangeAsync(Sign(), "urn:ietf:params:oauth:token-type:access_token")).ShouldRefuseAsync(400, "invalid_grant");
        await (await ExchangeAsync(Sign(), client: "health:" + IdentityUnderTest.HealthSecret)).ShouldRefuseAsync(400, "invalid_grant");
    }

    [Theory]
    [InlineData("ExternalIssuers__0__Audience", "")]
    [InlineData("ExternalIssuers__0__Roles__Clerk", "administrator")]
    public async Task Should_not_start_with_half_an_agreement_or_with_one_that_gives_away_rights(string key, string value)
    {
        var settings = IdentityUnderTest.Settings(await postgres.CreateDatabaseAsync());
        foreach (var (name, text) in Settings(_agency.Address + "/keys").Append((key, value)))
        {
            settings[name] = text;
        }

        await using var identity = ServiceProcess.Launch("identity", "Cnaim.Identity", settings);
        await identity.WaitForExitAsync();
        identity.ExitCode.ShouldNotBe(0);
        identity.Log.ShouldContain("ExternalIssuers agency");
    }

    private static IEnumerable<(string Key, string Value)> Settings(string keys) =>
    [
        ("ExternalIssuers__0__Name", "agency"), ("ExternalIssuers__0__Issuer", Issuer.Name + "/agency"), ("ExternalIssuers__0__Keys", keys), ("ExternalIssuers__0__Audience", "https://cnaim.test"),
        ("ExternalIssuers__0__OfficeClaim", "unit"), ("ExternalIssuers__0__CentreClaim", "place"), ("ExternalIssuers__0__RoleClaim", "function"), ("ExternalIssuers__0__Roles__Clerk", "office-agent"),
    ];

    private string Sign(Action<SecurityTokenDescriptor>? change = null) => _agency.Issue(token =>
    {
        (token.Issuer, token.Audience) = (Issuer.Name + "/agency", "https://cnaim.test");
        token.Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "u-17", ["unit"] = "tax", ["place"] = "cnaim-faro", ["function"] = "Clerk" };
        change?.Invoke(token);
    });

    private Task<HttpResponseMessage> ExchangeAsync(string token, string type = "urn:ietf:params:oauth:token-type:jwt", string client = "gateway:" + IdentityUnderTest.GatewaySecret) =>
        _identity.Client.AskAsync(client, $"grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token={token}&subject_token_type={type}&audience=tax", "/connect/exchange");
}
