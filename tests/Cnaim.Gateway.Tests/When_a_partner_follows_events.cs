using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cnaim.Gateway.Tests;

/// <summary>The way of a partner's system to subscriptions: its own token's audience, a poll that is held open, small bodies.</summary>
public sealed class When_a_partner_follows_events(GatewayUnderTest gateway)
{
    private const string Prefix = "/api/subscriptions";

    [Fact]
    public async Task Should_arrive_with_a_token_for_subscriptions_alone()
    {
        var mark = Guid.NewGuid().ToString();

        (await gateway.SendAsync(HttpMethod.Get, Prefix + "/v1/events?after=7&wait=30", headers: ("X-Mark", mark))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var arrived = gateway.Upstream.Marked(mark).Single();
        arrived.Path.ShouldBe("/v1/events");
        new JsonWebToken(arrived.Headers["Authorization"]["Bearer ".Length..]).Audiences.ShouldBe(["subscriptions"]);
    }

    [Theory]
    [InlineData("GET", "/v1/events")]
    [InlineData("POST", "/v1/endpoints")]
    [InlineData("PUT", "/v1/queue")]
    public async Task Should_not_arrive_without_a_token(string method, string path)
    {
        var mark = Guid.NewGuid().ToString();

        await GatewayUnderTest.ProblemAsync(await gateway.SendAsync(new HttpMethod(method), Prefix + path, signedIn: false, headers: ("X-Mark", mark)), 401, "not-authenticated");

        gateway.Upstream.Marked(mark).ShouldBeEmpty();
    }

    /// <summary>Other services have ten seconds.</summary>
    [Fact]
    public async Task Should_be_waited_for_while_nothing_happens()
    {
        gateway.Upstream.Scripts["/v1/events/quiet"] = HeldFor(12);

        (await gateway.SendAsync(HttpMethod.Get, Prefix + "/v1/events/quiet")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The longest poll is 30 s; what says nothing after 40 is broken.</summary>
    [Fact]
    [Trait("Profile", "long")]
    public async Task Should_be_held_for_half_a_minute_and_given_up_after_forty_seconds()
    {
        (gateway.Upstream.Scripts["/v1/events/longest"], gateway.Upstream.Scripts["/v1/events/broken"]) = (HeldFor(31), HeldFor(60));
        var started = TimeProvider.System.GetTimestamp();
        var (longest, broken) = (gateway.SendAsync(HttpMethod.Get, Prefix + "/v1/events/longest"), gateway.SendAsync(HttpMethod.Get, Prefix + "/v1/events/broken"));

        (await longest).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await broken).StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        TimeProvider.System.GetElapsedTime(started).TotalSeconds.ShouldBeInRange(39.5, 43);
    }

    [Theory]
    [InlineData(250, 200)]
    [InlineData(260, 413)]
    public async Task Should_send_no_more_than_256_KiB(int kibibytes, int status)
    {
        var mark = Guid.NewGuid().ToString();
        using var content = new StringContent($"{{\"a\":\"{new string('x', kibibytes * 1024)}\"}}", Encoding.UTF8, "application/json");

        using var answer = await gateway.SendAsync(HttpMethod.Post, Prefix + "/v1/endpoints", content, headers: ("X-Mark", mark));

        ((int)answer.StatusCode).ShouldBe(status);
        gateway.Upstream.Marked(mark).Count().ShouldBe(status is 200 ? 1 : 0);
    }

    private static Func<HttpRequest, IResult> HeldFor(int seconds) => _ => new Held(seconds);

    private sealed class Held(int seconds) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), httpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await httpContext.Response.WriteAsJsonAsync(new { items = Array.Empty<string>() }, CancellationToken.None);
        }
    }
}
