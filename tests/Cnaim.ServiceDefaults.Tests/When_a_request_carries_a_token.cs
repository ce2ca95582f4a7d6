using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Tests.Support;
using Cnaim.Testing.Edge;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.ServiceDefaults.Tests;

public sealed class When_a_request_carries_a_token : IAsyncLifetime
{
    private Issuer _issuer = null!;
    private SampleService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _issuer = await Issuer.StartAsync();
        _service = await SampleService.StartAsync(_issuer);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task Should_bind_the_actor()
    {
        var actor = await _service.SignIn().GetFromJsonAsync<Actor>("/v1/me", Token);
        actor.ShouldBe(new Actor("desk-1", "health", "cnaim-lisboa", "office-agent"));
    }

    [Theory]
    [InlineData("/v1/me")]
    [InlineData("/v1/nothing-here")]
    public async Task Should_refuse_a_request_without_one_on_every_path(string path)
    {
        var answer = await _service.Client.GetAsync(path, Token);
        await answer.ProblemAsync(401, "not-authenticated");
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/health/flow")]
    [InlineData("/problems")]
    [InlineData("/openapi/v1.json")]
    public async Task Should_need_none_for(string path) =>
        (await _service.Client.GetAsync(path, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public Task Should_refuse_an_expired_token() => ShouldRefuse(_issuer.Issue(token => token.Expires = DateTime.UtcNow.AddSeconds(-31)));

    [Fact]
    public async Task Should_bear_thirty_seconds_of_skew() =>
        (await _service.SignIn(_issuer.Issue(token => token.Expires = DateTime.UtcNow.AddSeconds(-10))).GetAsync("/v1/me", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public Task Should_refuse_another_audience() => ShouldRefuse(_issuer.Issue(token => token.Audience = "other"));

    [Theory]
    [InlineData("cnaim")]
    [InlineData("sample2")]
    [InlineData("SAMPLE")]
    public Task Should_refuse_a_token_addressed_to_the_gateway_or_to_another_service(string audience) => ShouldRefuse(_issuer.Issue(audience: audience));

    [Fact]
    public Task Should_refuse_another_issuer() => ShouldRefuse(_issuer.Issue(token => token.Issuer = "http://evil.test"));

    [Fact]
    public Task Should_refuse_a_token_that_never_expires() => ShouldRefuse(_issuer.Issue(token => token.Expires = null));

    [Fact]
    public Task Should_refuse_an_unsigned_token() => ShouldRefuse(_issuer.Issue(token => token.SigningCredentials = null));

    [Fact]
    public Task Should_refuse_a_token_keyed_with_the_public_key()
    {
        var key = _issuer.Rotate();
        var publicKey = Encoding.UTF8.GetBytes(key.ECDsa.ExportSubjectPublicKeyInfoPem());
        var confused = new SymmetricSecurityKey(publicKey) { KeyId = key.KeyId };
        return ShouldRefuse(_issuer.Issue(token => token.SigningCredentials = new SigningCredentials(confused, SecurityAlgorithms.HmacSha256)));
    }

    [Fact]
    public Task Should_refuse_a_token_signed_with_a_foreign_key_of_the_same_id()
    {
        var foreign = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = _issuer.Rotate().KeyId };
        return ShouldRefuse(_issuer.Issue(token => token.SigningCredentials = new SigningCredentials(foreign, SecurityAlgorithms.EcdsaSha256)));
    }

    [Fact]
    public async Task Should_refuse_a_token_altered_after_it_was_accepted()
    {
        var token = _issuer.Issue();
        (await _service.SignIn(token).GetAsync("/v1/me", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var parts = token.Split('.');
        var forged = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("office-agent", "national-manager", StringComparison.Ordinal));
        await ShouldRefuse($"{parts[0]}.{forged}.{parts[2]}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.")]
    public Task Should_refuse_nonsense(string token) => ShouldRefuse(token);

    [Fact]
    public async Task Should_refuse_a_token_without_an_office() =>
        await (await _service.SignIn(_issuer.Issue(token => token.Claims.Remove("office"))).GetAsync("/v1/me", Token)).ProblemAsync(403, "not-permitted");

    [Fact]
    public async Task Should_name_a_role_that_is_not_enough() =>
        await (await _service.SignIn().GetAsync("/v1/managers", Token)).ProblemAsync(403, "not-permitted");

    private async Task ShouldRefuse(string token) =>
        await (await _service.SignIn(token).GetAsync("/v1/me", Token)).ProblemAsync(401, "not-authenticated");
}
