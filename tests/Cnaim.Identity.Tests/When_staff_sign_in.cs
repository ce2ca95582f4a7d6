using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Testing.Edge;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cnaim.Identity.Tests;

[Collection(nameof(StaffIdentity))]
public sealed class When_staff_sign_in(StaffIdentity identity, PostgresFixture postgres)
{
    [Fact]
    public async Task Should_give_a_session_that_the_gateway_exchanges()
    {
        var secret = await identity.SignInAsync("demo-mediator");
        var json = await (await identity.ExchangeAsync(secret, "screening")).JsonAsync(200);
        var token = await identity.Client.ReadTokenAsync(json.GetProperty("access_token").GetString()!, "screening");
        (token.Claims["role"], token.Claims["office"], token.Claims["centre"]).ShouldBe(("mediator", "reception", "cnaim-lisboa"));
        token.Claims["sub"].ToString()!.ShouldStartWith("staff:");
    }

    [Fact]
    public async Task Should_exchange_a_session_for_the_gateway_alone()
    {
        var secret = await identity.SignInAsync("demo-mediator");
        var answer = await identity.Client.AskAsync(
            "health:" + IdentityUnderTest.HealthSecret,
            $"grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token={secret}&subject_token_type=urn:cnaim:token-type:session&audience=screening",
            "/connect/exchange");
        await answer.ShouldRefuseAsync(400, "invalid_grant");
    }

    [Fact]
    public async Task Should_answer_an_unknown_account_like_a_wrong_password()
    {
        var unknown = await identity.PostAsync("/v1/sign-in", new { account = "nobody-here", password = "a wrong password" });
        var wrong = await identity.PostAsync("/v1/sign-in", new { account = "demo-mediator", password = "a wrong password" });
        await identity.SqlAsync("UPDATE staff SET disabled_at = now() WHERE account = 'demo-data-protection-officer'");
        var disabled = await identity.PostAsync("/v1/sign-in", new { account = "demo-data-protection-officer", password = StaffIdentity.Password });
        (await WithoutTraceAsync(unknown)).ShouldBe(await WithoutTraceAsync(wrong));
        (await WithoutTraceAsync(disabled)).ShouldBe(await WithoutTraceAsync(wrong));
        HeadersOf(unknown).ShouldBe(HeadersOf(wrong));
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Should_accept_a_code_once()
    {
        var code = await identity.FreshCodeAsync("demo-auditor", StaffIdentity.TotpKey);
        await identity.SignInAsync("demo-auditor", code: code);
        var first = await (await identity.PostAsync("/v1/sign-in", new { account = "demo-auditor", password = StaffIdentity.Password })).JsonAsync(200);
        var again = await identity.PostAsync("/v1/sign-in/code", new { ticket = first.GetProperty("ticket").GetString(), code });
        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        again.Headers.Contains("Cnaim-Session").ShouldBeFalse();
    }

    [Fact]
    public async Task Should_give_no_session_without_the_second_factor()
    {
        var first = await identity.PostAsync("/v1/sign-in", new { account = "demo-mediator", password = StaffIdentity.Password });
        first.Headers.Contains("Cnaim-Session").ShouldBeFalse();
        var ticket = (await first.JsonAsync(200)).GetProperty("ticket").GetString();
        foreach (var body in new object[] { new { ticket }, new { ticket, code = "000000" }, new { ticket, recoveryCode = "AAAAA-BBBBB" }, new { ticket = "x", code = "000000" } })
        {
            (await identity.PostAsync("/v1/sign-in/code", body)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await identity.PostAsync("/v1/sign-in/enrolment", new { ticket })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "a second factor cannot be replaced by who has not got it");
    }

    [Fact]
    public async Task Should_lock_an_account_after_ten_wrong_passwords()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await identity.PostAsync("/v1/sign-in", new { account = "demo-office-agent", password = "a wrong password" });
        }

        (await identity.PostAsync("/v1/sign-in", new { account = "demo-office-agent", password = StaffIdentity.Password })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await identity.SqlAsync("UPDATE staff SET lockout_end = now() - interval '1 second' WHERE account = 'demo-office-agent'");
        await identity.SignInAsync("demo-office-agent");
    }

    [Theory]
    [InlineData("seen_at = now() - interval '16 minutes'")]
    [InlineData("created_at = now() - interval '10 hours 1 minute'")]
    [InlineData("ended_at = now()")]
    [InlineData("rights_version = rights_version - 1")]
    public async Task Should_end_when_idle_after_a_day_and_with_changed_rights(string change)
    {
        var secret = await identity.SignInAsync("demo-mediator");
        await (await identity.ExchangeAsync(secret)).JsonAsync(200);
        await identity.SqlAsync($"UPDATE session SET {change} WHERE session_id = (SELECT session_id FROM session ORDER BY created_at DESC LIMIT 1)");
        await (await identity.ExchangeAsync(secret)).ShouldRefuseAsync(400, "invalid_grant");
    }

    [Fact]
    public async Task Should_end_with_the_sign_out_and_tell_the_gateway_at_once()
    {
        var last = (await identity.ChangesAsync(null)).GetProperty("last").GetInt64();
        var secret = await identity.SignInAsync("demo-mediator");
        var token = await identity.ExchangedAsync(secret);
        var waiting = identity.ChangesAsync(last);
        (await identity.SendAsync(token, HttpMethod.Delete, "/v1/session")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await waiting).GetProperty("subjects").EnumerateArray().Select(subject => subject.GetString()).ShouldContain(new JsonWebToken(token).Subject);
        await (await identity.ExchangeAsync(secret)).ShouldRefuseAsync(400, "invalid_grant");
    }

    [Fact]
    public async Task Should_try_six_times_a_minute_for_one_account()
    {
        await using var strict = await StaffIdentity.StartAsync(await postgres.CreateDatabaseAsync());
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 7; attempt++)
        {
            using var content = System.Net.Http.Json.JsonContent.Create(new { account = "demo-mediator", password = attempt == 6 ? StaffIdentity.Password : "a wrong password" });
            statuses.Add((await strict.Client.PostAsync("/v1/sign-in", content, TestContext.Current.CancellationToken)).StatusCode);
        }

        statuses.ShouldBe([.. Enumerable.Repeat(HttpStatusCode.Unauthorized, 6), HttpStatusCode.TooManyRequests]);
    }

    [Fact]
    public async Task Should_store_no_password_code_key_or_session_in_clear()
    {
        var secret = await identity.SignInAsync("demo-coordinator");
        var rows = (string)(await identity.SqlAsync("SELECT (SELECT string_agg(s::text, ' ') FROM staff s) || (SELECT string_agg(e::text, ' ') FROM session e)"))!;
        foreach (var text in new[] { StaffIdentity.Password, StaffIdentity.TotpKey, secret })
        {
            rows.ShouldNotContain(text);
            rows.ShouldNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text)));
        }
    }

    private static async Task<string> WithoutTraceAsync(HttpResponseMessage answer)
    {
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        problem.Remove("traceId");
        return problem.ToJsonString();
    }

    private static string HeadersOf(HttpResponseMessage answer) => string.Join(' ', answer.Headers.Select(header => header.Key).Order(StringComparer.Ordinal));
}
