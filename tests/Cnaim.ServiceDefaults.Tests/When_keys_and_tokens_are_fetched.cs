using System.Net;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Tests.Support;
using Cnaim.Testing.Edge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cnaim.ServiceDefaults.Tests;

public sealed class When_keys_and_tokens_are_fetched : IAsyncLifetime
{
    private Issuer _issuer = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _issuer = await Issuer.StartAsync();

    public ValueTask DisposeAsync() => _issuer.DisposeAsync();

    [Fact]
    public async Task Should_say_that_tokens_cannot_be_checked_and_recover_by_itself()
    {
        _issuer.IsDown = true;
        await using var service = await SampleService.StartAsync(_issuer);
        service.SignIn();
        await (await service.Client.GetAsync("/v1/me", Token)).ProblemAsync(503, "keys-unavailable");
        _issuer.IsDown = false;
        (await service.Client.GetAsync("/v1/me", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_fetch_an_unknown_key_once_for_many_requests()
    {
        await using var service = await SampleService.StartAsync(_issuer);
        service.SignIn();
        (await service.Client.GetAsync("/v1/me", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var before = _issuer.KeyFetches;
        service.SignIn(_issuer.Issue(token => token.SigningCredentials.Key.KeyId = "unknown"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.Client.GetAsync("/v1/me", Token)));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Unauthorized);
        (_issuer.KeyFetches - before).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task Should_fetch_its_own_token_once_for_many_callers()
    {
        await using var service = await SampleService.StartAsync(_issuer);
        var tokens = service.App.Services.GetRequiredService<ServiceTokens>();
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => tokens.GetAsync("directory", Token).AsTask()));
        all.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        _issuer.TokenFetches.ShouldBe(1);
    }

    [Fact]
    public async Task Should_not_hand_out_a_token_about_to_expire()
    {
        _issuer.TokenSeconds = 20;
        await using var service = await SampleService.StartAsync(_issuer);
        var clock = new MovableClock();
        var tokens = ActivatorUtilities.CreateInstance<ServiceTokens>(service.App.Services, clock);
        var first = await tokens.GetAsync("directory", Token);
        clock.Now += TimeSpan.FromSeconds(16);
        string.Equals(await tokens.GetAsync("directory", Token), first, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_renew_early_and_serve_the_old_one_meanwhile()
    {
        await using var service = await SampleService.StartAsync(_issuer);
        var clock = new MovableClock();
        var tokens = ActivatorUtilities.CreateInstance<ServiceTokens>(service.App.Services, clock);
        var first = await tokens.GetAsync("directory", Token);
        clock.Now += TimeSpan.FromSeconds(500);
        (await tokens.GetAsync("directory", Token)).ShouldBe(first);
        for (var tries = 0; tries < 200 && _issuer.TokenFetches < 2; tries++)
        {
            await Task.Delay(20, Token);
        }

        _issuer.TokenFetches.ShouldBe(2);
    }

    [Fact]
    public async Task Should_call_on_in_the_name_of_its_caller()
    {
        await using var service = await SampleService.StartAsync(_issuer);
        service.SignIn(_issuer.Issue(token => token.Claims["sub"] = "desk-7"));
        var token = new JsonWebToken(await service.Client.GetStringAsync("/v1/next?audience=directory", Token));
        (token.Subject, token.Audiences.Single()).ShouldBe(("desk-7", "directory"));
        await service.Client.GetStringAsync("/v1/next?audience=directory", Token);
        (_issuer.Exchanges, _issuer.TokenFetches).ShouldBe((1, 0));
        service.SignIn(_issuer.Issue(other => other.Claims["sub"] = "desk-8"));
        new JsonWebToken(await service.Client.GetStringAsync("/v1/next?audience=directory", Token)).Subject.ShouldBe("desk-8");
        new JsonWebToken(await service.Client.GetStringAsync("/v1/next?audience=screening", Token)).Audiences.Single().ShouldBe("screening");
        _issuer.Exchanges.ShouldBe(3);
    }

    [Fact]
    public async Task Should_call_on_for_itself_when_a_service_calls_for_itself()
    {
        await using var service = await SampleService.StartAsync(_issuer);
        service.SignIn(_issuer.Issue(token => token.Claims["role"] = "service"));
        await service.Client.GetStringAsync("/v1/next?audience=directory", Token);
        (_issuer.Exchanges, _issuer.TokenFetches).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Should_not_fall_back_to_its_own_rights_when_its_caller_has_lost_his()
    {
        await using var service = await SampleService.StartAsync(_issuer);
        service.SignIn();
        _issuer.ExchangeError = "invalid_grant";
        (await service.Client.GetAsync("/v1/next?audience=directory", Token)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        _issuer.TokenFetches.ShouldBe(0);
    }

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
