using System.Net;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_a_stranger_calls(PlatformFixture fixture) : IDisposable
{
    private readonly Api _api = new(fixture.Platform);

    [Theory]
    [InlineData("/api/screening/v1/people/ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    [InlineData("/api/reception/v1/referrals?direction=sent")]
    [InlineData("/api/health/v1/referrals?direction=received")]
    public async Task Should_ask_for_a_token(string path) => (await _api.GetAsync(desk: null, path)).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Should_refuse_a_token_that_was_changed()
    {
        var token = await _api.TokenAsync(Api.Lisbon);
        var changed = token[..^4] + (token.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");

        var reply = await _api.SendAsync(desk: null, HttpMethod.Get, "/api/reception/v1/referrals?direction=sent", (HttpContent?)null,
            request => request.Headers.Add("Authorization", "Bearer " + changed));

        reply.ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>S1: what opens the gateway opens no service, and what opens one service opens no other.</summary>
    [Fact]
    public async Task Should_refuse_at_each_service_port_what_is_not_addressed_to_it()
    {
        var (forGateway, forReception) = (await _api.TokenAsync(Api.Lisbon), await fixture.Platform.TokenForAsync("reception"));
        using var client = new HttpClient();
        foreach (var (code, address) in fixture.Platform.Addresses.Where(service => service.Key is not "gateway"))
        {
            foreach (var token in new[] { forGateway, forReception, forGateway[..^8] + "AAAAAAAA", "x", null })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(address), "/v1/anything"));
                request.Headers.Authorization = token is null ? null : new("Bearer", token);
                using var answer = await client.SendAsync(request, Api.Cancellation);
                var isItsOwn = code is "reception" && string.Equals(token, forReception, StringComparison.Ordinal);
                answer.StatusCode.ShouldBe(isItsOwn ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized, code);
            }
        }

        (await _api.SendAsync(desk: null, HttpMethod.Get, "/api/reception/v1/office", (HttpContent?)null, request => request.Headers.Authorization = new("Bearer", forReception)))
            .ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Should_not_find_the_person_of_another_office()
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);

        var theirs = await _api.GetAsync(Api.Agent("borders"), $"{ApiSteps.People}/{personId}");
        var nobody = await _api.GetAsync(Api.Agent("borders"), $"{ApiSteps.People}/{new string('A', 26)}");

        (theirs.Status, theirs.Problem).ShouldBe((HttpStatusCode.NotFound, nobody.Problem));
    }

    [Fact]
    public async Task Should_not_act_for_another_office() =>
        ((int)(await _api.GetAsync(Api.Agent("borders"), "/api/health/v1/referrals?direction=received")).Status).ShouldBeOneOf(403, 404);

    [Fact]
    public async Task Should_find_nothing_where_nothing_is()
    {
        (await _api.GetAsync(Api.Lisbon, "/api/astrology/v1/referrals")).ShouldBe(HttpStatusCode.NotFound);
        (await _api.GetAsync(Api.Lisbon, $"{ApiSteps.Interviews}/{Guid.CreateVersion7()}")).ShouldBe(HttpStatusCode.NotFound);
        (await _api.SendAsync(Api.Lisbon, HttpMethod.Delete, ApiSteps.People)).ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    public void Dispose() => _api.Dispose();
}
