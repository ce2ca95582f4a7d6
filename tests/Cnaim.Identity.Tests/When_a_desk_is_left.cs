using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cnaim.Identity.Tests;

[Collection(nameof(StaffIdentity))]
public sealed class When_a_desk_is_left(StaffIdentity identity)
{
    [Fact]
    public async Task Should_answer_nothing_until_the_password_is_given()
    {
        var secret = await PausedAsync("demo-mediator");
        await (await identity.ExchangeAsync(secret)).ShouldRefuseAsync(400, "invalid_grant");

        (await ResumeAsync(secret, "a wrong password")).ShouldBe(HttpStatusCode.Unauthorized);
        await (await identity.ExchangeAsync(secret)).ShouldRefuseAsync(400, "invalid_grant");

        (await ResumeAsync(secret)).ShouldBe(HttpStatusCode.NoContent);
        await (await identity.ExchangeAsync(secret)).JsonAsync(200);
    }

    [Fact]
    public async Task Should_tell_the_gateway_at_once()
    {
        var last = (await identity.ChangesAsync(null)).GetProperty("last").GetInt64();
        var secret = await identity.SignInAsync("demo-mediator");
        var token = await identity.ExchangedAsync(secret);
        var waiting = identity.ChangesAsync(last);
        (await identity.SendAsync(token, HttpMethod.Post, "/v1/session/pause")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await waiting).GetProperty("subjects").EnumerateArray().Select(subject => subject.GetString()).ShouldContain(new JsonWebToken(token).Subject);
    }

    [Theory]
    [InlineData("UPDATE session SET seen_at = now() - interval '16 minutes' WHERE paused_at IS NOT NULL")]
    [InlineData("UPDATE session SET created_at = now() - interval '10 hours 1 minute' WHERE paused_at IS NOT NULL")]
    [InlineData("UPDATE session SET ended_at = now() WHERE paused_at IS NOT NULL")]
    [InlineData("UPDATE staff SET lockout_end = now() + interval '1 minute' WHERE account = 'demo-auditor'")]
    [InlineData("UPDATE session SET paused_at = NULL")]
    public async Task Should_not_open_again_what_has_ended(string change)
    {
        var secret = await PausedAsync("demo-auditor");
        await identity.SqlAsync(change);
        (await ResumeAsync(secret)).ShouldBe(HttpStatusCode.Unauthorized);
        await identity.SqlAsync("UPDATE staff SET lockout_end = NULL WHERE account = 'demo-auditor'");
    }

    [Fact]
    public async Task Should_be_in_the_trail()
    {
        var secret = await PausedAsync("demo-mediator");
        await ResumeAsync(secret);
        foreach (var action in new[] { "session.paused", "session.resumed" })
        {
            ((long)(await identity.SqlAsync($"SELECT count(*) FROM audit_entry WHERE action = '{action}'"))!).ShouldBeGreaterThan(0);
        }
    }

    private async Task<string> PausedAsync(string account)
    {
        var secret = await identity.SignInAsync(account);
        var answer = await identity.SendAsync(await identity.ExchangedAsync(secret), HttpMethod.Post, "/v1/session/pause");
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return secret;
    }

    private async Task<HttpStatusCode> ResumeAsync(string session, string password = StaffIdentity.Password) =>
        (await identity.PostAsync("/v1/sign-in/resume", new { session, password })).StatusCode;
}
