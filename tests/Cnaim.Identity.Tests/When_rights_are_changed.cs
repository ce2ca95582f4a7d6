using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Npgsql;

namespace Cnaim.Identity.Tests;

/// <summary>Four eyes: one asks, another approves; what was approved counts at once.</summary>
[Collection(nameof(StaffIdentity))]
public sealed class When_rights_are_changed(StaffIdentity identity)
{
    private const string Changes = "/v1/staff/changes";
    private static readonly string[] WithoutNext = ["approve", "reject"];

    [Fact]
    public async Task Should_make_an_account_that_two_wanted_and_its_owner_can_use()
    {
        var account = "ana." + Guid.NewGuid().ToString("N")[..8];
        var decided = await CreateAsync(account);
        var (invitation, password) = (decided.GetProperty("invitation").GetString()!, "seven green bicycles");
        (await identity.PostAsync("/v1/sign-in/invitation", new { account, invitation, password = "short" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await identity.PostAsync("/v1/sign-in/invitation", new { account, invitation, password = account + " is my name" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await identity.PostAsync("/v1/sign-in/invitation", new { account, invitation = "guess", password })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await identity.PostAsync("/v1/sign-in/invitation", new { account, invitation, password })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await identity.PostAsync("/v1/sign-in/invitation", new { account, invitation, password })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "an invitation is good once");

        var first = await (await identity.PostAsync("/v1/sign-in", new { account, password })).JsonAsync(200);
        first.GetProperty("state").GetString().ShouldBe("enrolment-needed");
        var ticket = first.GetProperty("ticket").GetString();
        var key = (await (await identity.PostAsync("/v1/sign-in/enrolment", new { ticket })).JsonAsync(200)).GetProperty("key").GetString()!;
        (await identity.PostAsync("/v1/sign-in/enrolment/confirm", new { ticket, code = "000000" })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var confirmed = await (await identity.PostAsync("/v1/sign-in/enrolment/confirm", new { ticket, code = Totp.Code(key, DateTimeOffset.UtcNow) })).JsonAsync(200);
        var recoveryCode = confirmed.GetProperty("recoveryCodes")[0].GetString();
        await identity.SignInAsync(account, password, key);

        foreach (var expected in new[] { HttpStatusCode.OK, HttpStatusCode.Unauthorized })
        {
            var again = await (await identity.PostAsync("/v1/sign-in", new { account, password })).JsonAsync(200);
            (await identity.PostAsync("/v1/sign-in/code", new { ticket = again.GetProperty("ticket").GetString(), recoveryCode })).StatusCode.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Should_refuse_who_asked_and_whom_it_concerns()
    {
        var (one, id) = await AskAsync("assign", "demo-mediator", "focal-point");
        await RefuseAsync(one, id, 403, "own-request");
        var (_, own) = await AskAsync("assign", "demo-coordinator", "mediator", desk: "7");
        var coordinator = await identity.ExchangedAsync(await identity.SignInAsync("demo-coordinator"));
        await RefuseAsync(coordinator, own, 403, "own-request");
        await Should.ThrowAsync<PostgresException>(() => identity.SqlAsync($"UPDATE staff_change SET decision = 'approved', decided_by = requested_by, decided_at = now() WHERE change_id = '{id}'"));
        (await identity.SqlAsync($"SELECT count(*) FROM audit_entry WHERE record_id = '{id}' AND action = 'staff-change.refused'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Should_refuse_the_next_exchange_of_whose_rights_changed()
    {
        var account = "rui." + Guid.NewGuid().ToString("N")[..8];
        await CreateAsync(account);
        await identity.SqlAsync($"UPDATE staff SET (password_hash, two_factor_enabled, protected_authenticator_key) = (SELECT password_hash, false, NULL::bytea FROM staff WHERE account = 'demo-mediator') WHERE account = '{account}'");
        var first = await (await identity.PostAsync("/v1/sign-in", new { account, password = StaffIdentity.Password })).JsonAsync(200);
        var ticket = first.GetProperty("ticket").GetString();
        var key = (await (await identity.PostAsync("/v1/sign-in/enrolment", new { ticket })).JsonAsync(200)).GetProperty("key").GetString()!;
        var signedIn = await identity.PostAsync("/v1/sign-in/enrolment/confirm", new { ticket, code = Totp.Code(key, DateTimeOffset.UtcNow) });
        var secret = signedIn.Headers.GetValues("Cnaim-Session").Single();
        var token = await identity.ExchangedAsync(secret);
        var last = (await identity.ChangesAsync(null)).GetProperty("last").GetInt64();

        var assignment = (Guid)(await identity.SqlAsync($"SELECT assignment_id FROM assignment JOIN staff USING (staff_id) WHERE account = '{account}'"))!;
        var (_, id) = await AskAsync("end-assignment", account, null, assignment);
        var waiting = identity.ChangesAsync(last);
        await ApproveAsync(id);

        (await waiting).GetProperty("subjects").EnumerateArray().Select(subject => subject.GetString()).ShouldContain(new JsonWebToken(token).Subject);
        await (await identity.ExchangeAsync(secret)).ShouldRefuseAsync(400, "invalid_grant");
        (await identity.PostAsync("/v1/sign-in", new { account, password = StaffIdentity.Password })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Should_name_colleagues_of_the_own_centre_and_nobody_else()
    {
        var account = "rita." + Guid.NewGuid().ToString("N")[..8];
        await CreateAsync(account);
        var subject = "staff:" + ((Guid)(await identity.SqlAsync($"SELECT staff_id FROM staff WHERE account = '{account}'"))!).ToString("N");
        var centre = (string)(await identity.SqlAsync($"SELECT centre FROM assignment JOIN staff USING (staff_id) WHERE account = '{account}'"))!;
        var other = centre is "cnaim-porto" ? "cnaim-lisboa" : "cnaim-porto";
        (await NamesAsync("mediator", centre, subject, "staff:nobody", "somebody' OR true")).ShouldBe([(subject, account)]);
        (await NamesAsync("mediator", other, subject)).ShouldBeEmpty("they have no work there");
        (await identity.SendAsync(await identity.TokenAsync("national-manager", centre), HttpMethod.Post, "/v1/staff/names", new { subjects = new[] { subject } })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await identity.SqlAsync($"UPDATE staff SET disabled_at = now() WHERE account = '{account}'");
        (await NamesAsync("mediator", centre, subject)).ShouldBeEmpty("they have left");
    }

    private async Task<IReadOnlyList<(string, string)>> NamesAsync(string role, string centre, params string[] subjects)
    {
        var answer = await identity.SendAsync(await identity.TokenAsync(role, centre), HttpMethod.Post, "/v1/staff/names", new { subjects });
        return [.. (await answer.JsonAsync(200)).GetProperty("items").EnumerateArray().Select(one => (one.GetProperty("subject").GetString()!, one.GetProperty("name").GetString()!))];
    }

    [Fact]
    public async Task Should_keep_a_coordinator_within_his_centre_and_below_national_roles()
    {
        var lisbon = await identity.TokenAsync("coordinator");
        (await (await identity.SendAsync(lisbon, HttpMethod.Post, Changes, Body("create", "eva.faro", "mediator", "cnaim-faro"))).JsonAsync(404)).GetProperty("type").GetString().ShouldBe("urn:cnaim:problem:staff-change-not-found");
        (await identity.SendAsync(lisbon, HttpMethod.Post, Changes, Body("create", "eva.admin", "administrator", "cnaim-lisboa"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var (_, id) = await AskAsync("create", "eva." + Guid.NewGuid().ToString("N")[..8], "mediator");
        var faro = await identity.TokenAsync("coordinator", "cnaim-faro");
        foreach (var verb in WithoutNext)
        {
            (await identity.SendAsync(faro, HttpMethod.Post, $"{Changes}/{id}/{verb}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Should_decide_once()
    {
        var (_, id) = await AskAsync("create", "eva." + Guid.NewGuid().ToString("N")[..8], "mediator");
        await ApproveAsync(id);
        await RefuseAsync(await identity.TokenAsync("coordinator", desk: "3"), id, 409, "already-decided");
    }

    [Fact]
    public async Task Should_leave_out_what_the_server_sets_itself()
    {
        var token = await identity.TokenAsync("coordinator");
        var json = await (await identity.SendAsync(token, HttpMethod.Post, Changes, new
        {
            kind = "create",
            account = "eva." + Guid.NewGuid().ToString("N")[..8],
            role = "mediator",
            office = "reception",
            centre = "cnaim-lisboa",
            reason = "new colleague",
            requestedBy = "somebody",
            decision = "approved",
            decidedBy = "somebody else",
            staffId = Guid.NewGuid(),
        })).JsonAsync(200);
        json.GetProperty("requestedBy").GetString().ShouldBe(new JsonWebToken(token).Subject);
        (json.GetProperty("decision").ValueKind, json.GetProperty("decidedBy").ValueKind, json.GetProperty("staffId").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null));
    }

    private async Task<JsonElement> CreateAsync(string account)
    {
        var (_, id) = await AskAsync("create", account, "mediator");
        return await ApproveAsync(id);
    }

    private async Task<(string Token, Guid Id)> AskAsync(string kind, string account, string? role, Guid? assignment = null, string desk = "1")
    {
        var token = await identity.TokenAsync("coordinator", desk: desk);
        var json = await (await identity.SendAsync(token, HttpMethod.Post, Changes, Body(kind, account, role, "cnaim-lisboa", assignment))).JsonAsync(200);
        return (token, json.GetProperty("changeId").GetGuid());
    }

    private async Task<JsonElement> ApproveAsync(Guid id) =>
        await (await identity.SendAsync(await identity.TokenAsync("coordinator", desk: "2"), HttpMethod.Post, $"{Changes}/{id}/approve")).JsonAsync(200);

    private async Task RefuseAsync(string token, Guid id, int status, string code)
    {
        var problem = await (await identity.SendAsync(token, HttpMethod.Post, $"{Changes}/{id}/approve")).JsonAsync(status);
        problem.GetProperty("type").GetString().ShouldBe("urn:cnaim:problem:" + code);
    }

    private static object Body(string kind, string account, string? role, string centre, Guid? assignmentId = null) =>
        new { kind, account, role, office = "reception", centre, reason = "as agreed", assignmentId };
}
