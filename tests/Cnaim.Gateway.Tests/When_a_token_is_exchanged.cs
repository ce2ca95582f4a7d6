using System.Net;
using System.Net.Http.Headers;
using Cnaim.Testing.Edge;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cnaim.Gateway.Tests;

/// <summary>ADR 0030: what a caller shows to the gateway never leaves it.</summary>
public sealed class When_a_token_is_exchanged(GatewayUnderTest gateway)
{
    [Theory]
    [InlineData("/api/health/v1/cases", "health")]
    [InlineData("/api/screening/v1/people", "screening")]
    public async Task Should_pass_on_a_token_for_the_service_alone(string path, string service)
    {
        var (status, token) = await CallAsync(path, gateway.Token("desk-21"));
        status.ShouldBe(HttpStatusCode.OK);
        (token!.Subject, token.Audiences.Single()).ShouldBe(("desk-21", service));
    }

    [Fact]
    public async Task Should_exchange_once_for_each_service_and_purpose()
    {
        var token = gateway.Token("desk-22");
        for (var call = 0; call < 3; call++)
        {
            await CallAsync("/api/health/v1/cases", token);
            await CallAsync("/api/screening/v1/people", token);
            await CallAsync("/api/screening/v1/people", token, ("Cnaim-Purpose", "emergency"));
        }

        gateway.Issuer.ExchangesOf("desk-22").ShouldBe(3);
    }

    [Fact]
    public async Task Should_say_what_for_when_the_caller_does()
    {
        var (_, token) = await CallAsync("/api/health/v1/cases", gateway.Token("desk-23"), ("Cnaim-Purpose", "appointment"));
        token!.GetPayloadValue<string>("purpose").ShouldBe("appointment");
    }

    [Fact]
    public async Task Should_refuse_a_purpose_that_does_not_exist() =>
        await GatewayUnderTest.ProblemAsync(await gateway.SendAsync(HttpMethod.Get, "/api/health/v1/cases", headers: ("Cnaim-Purpose", "curiosity")), 400, "purpose-unknown");

    [Theory]
    [InlineData("/api/health/v1/cases")]
    [InlineData("/api/health/problems")]
    public async Task Should_pass_on_no_cookie_and_no_token_of_the_caller(string path)
    {
        var (mark, own) = (Guid.NewGuid().ToString(), gateway.Token("desk-24"));
        await CallAsync(path, own, ("Cookie", "__Host-cnaim=secret; other=1"), ("X-Mark", mark));
        var headers = gateway.Upstream.Marked(mark).Single().Headers;
        headers.ContainsKey("Cookie").ShouldBeFalse();
        headers.Values.ShouldAllBe(value => !value.Contains(own, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_refuse_whom_identity_refuses_and_pass_nothing_on()
    {
        gateway.Issuer.RefusedSubject = "desk-25";
        try
        {
            var mark = Guid.NewGuid().ToString();
            var answer = await SendAsync("/api/health/v1/cases", gateway.Token("desk-25"), ("X-Mark", mark));
            await GatewayUnderTest.ProblemAsync(answer, 401, "not-authenticated");
            gateway.Upstream.Marked(mark).ShouldBeEmpty();
        }
        finally
        {
            gateway.Issuer.RefusedSubject = null;
        }

        (await SendAsync("/api/health/v1/cases", gateway.Token("desk-25"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_refuse_a_token_that_is_addressed_to_a_service()
    {
        var token = gateway.Issuer.Issue(audience: "health");
        await GatewayUnderTest.ProblemAsync(await SendAsync("/api/health/v1/cases", token), 401, "not-authenticated");
    }

    [Fact]
    public async Task Should_let_identity_say_whether_a_token_of_an_accepted_issuer_is_true()
    {
        var (status, token) = await CallAsync("/api/health/v1/cases", OfIssuer(GatewayUnderTest.ExternalIssuer, "desk-26"));
        status.ShouldBe(HttpStatusCode.OK);
        (token!.Subject, token.Audiences.Single(), token.Issuer).ShouldBe(("desk-26", "health", Issuer.Name));
        gateway.Issuer.ExchangesOf("desk-26").ShouldBe(1);
    }

    [Fact]
    public async Task Should_not_even_ask_about_a_token_of_any_other_issuer()
    {
        await GatewayUnderTest.ProblemAsync(await SendAsync("/api/health/v1/cases", OfIssuer("https://login.nobody.example", "desk-27")), 401, "not-authenticated");
        gateway.Issuer.ExchangesOf("desk-27").ShouldBe(0);
    }

    private string OfIssuer(string issuer, string subject) => gateway.Issuer.Issue(token =>
    {
        token.Issuer = issuer;
        token.Claims["sub"] = subject;
    });

    private async Task<(HttpStatusCode Status, JsonWebToken? Token)> CallAsync(string path, string token, params (string Name, string Value)[] headers)
    {
        var mark = Guid.NewGuid().ToString();
        var answer = await SendAsync(path, token, [("X-Call", mark), .. headers]);
        var arrived = gateway.Upstream.Marked(mark, "X-Call").SingleOrDefault();
        return (answer.StatusCode, arrived?.Headers.GetValueOrDefault("Authorization") is { } header ? new JsonWebToken(header["Bearer ".Length..]) : null);
    }

    private Task<HttpResponseMessage> SendAsync(string path, string token, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return gateway.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
