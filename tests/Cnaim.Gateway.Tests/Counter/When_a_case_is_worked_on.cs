using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>An office's cases: what is allowed now, for the version that was seen.</summary>
public sealed class When_a_case_is_worked_on(GatewayUnderTest gateway)
{
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly Guid _referral = Guid.CreateVersion7();
    private readonly List<(string Move, string? IfMatch, string? Key, string Body)> _moves = [];
    private readonly List<string> _asked = [];
    private string _state = "open";
    private int _version = 3;

    [Theory]
    [InlineData("mediator", 200)]
    [InlineData("office-agent", 200)]
    [InlineData("focal-point", 200)]
    [InlineData("coordinator", 200)]
    [InlineData("reception", 404)]
    [InlineData("municipal-officer", 200)]
    [InlineData("national-manager", 404)]
    [InlineData("auditor", 404)]
    [InlineData("administrator", 404)]
    public async Task Should_be_there_for_those_who_work_on_cases(string role, int status)
    {
        Script();
        var desk = new PageClient(gateway, role);
        foreach (var path in new[] { "/cases", $"/cases/{_id}", $"/cases/{_id}/close" })
        {
            (await desk.GetAsync(path)).Status.ShouldBe(status, path);
        }

        (await desk.GetAsync("/")).Text.Contains("href=\"/cases\"", StringComparison.Ordinal).ShouldBe(status is 200);
    }

    [Fact]
    public async Task Should_be_listed_by_state()
    {
        Script();
        var desk = new PageClient(gateway, "office-agent");

        var open = await desk.GetAsync("/cases");
        open.Text.ShouldContain("1 caso nesta página");
        open.Text.ShouldContain($"href=\"/cases/{_id}\"");
        open.Text.ShouldContain("href=\"/cases?after=next-page\"");
        open.Text.ShouldNotContain("Remover filtro");
        var closed = await desk.GetAsync("/cases?state=closed&after=x");
        closed.Text.ShouldContain("Remover filtro:");
        closed.Text.ShouldContain("href=\"/cases?state=closed&after=next-page\"");

        _asked.ShouldBe(["?state=open,waiting-person,waiting-third-party&limit=25", "?state=closed&limit=25&after=x"]);
    }

    [Fact]
    public async Task Should_offer_the_moves_that_are_allowed_now()
    {
        Script();
        var page = await new PageClient(gateway, "mediator").GetAsync($"/cases/{_id}");

        page.Text.ShouldContain("Esperar pela pessoa");
        page.Text.ShouldContain($"href=\"/cases/{_id}/close\"");
        page.Text.ShouldContain($"href=\"/referrals/{_referral}\"");
        page.Text.ShouldNotContain("Reabrir");
        page.Text.ShouldNotContain("Retomar");
    }

    [Fact]
    public async Task Should_move_the_version_that_was_seen()
    {
        Script();
        var desk = new PageClient(gateway, "office-agent");
        var page = await desk.GetAsync($"/cases/{_id}");

        var moved = await desk.PostAsync(page, $"/cases/{_id}", ("move", "wait-person"));

        (moved.Status, moved.Location).ShouldBe((302, $"/cases/{_id}"));
        var (move, ifMatch, key, _) = _moves.ShouldHaveSingleItem();
        (move, ifMatch).ShouldBe(("wait-person", "\"3\""));
        key.ShouldNotBeNullOrEmpty();
    }

    /// <summary>M10.</summary>
    [Fact]
    public async Task Should_show_both_states_when_somebody_changed_it_meanwhile()
    {
        Script();
        var desk = new PageClient(gateway, "office-agent");
        var page = await desk.GetAsync($"/cases/{_id}");
        (_state, _version) = ("waiting-third-party", 4);

        var changed = await desk.PostAsync(page, $"/cases/{_id}", ("move", "wait-person"));

        changed.Status.ShouldBe(409);
        changed.Text.ShouldContain("Alguém alterou este registo entretanto.");
        changed.Text.ShouldMatch("Quando abriu esta página: <strong[^>]*>Em curso</strong>");
        changed.Text.ShouldMatch("Agora: <strong[^>]*>À espera de outra entidade</strong>");
        (await desk.PostAsync(changed, $"/cases/{_id}", ("move", "wait-person"))).Status.ShouldBe(302, "the second wish is for what is now");
        _moves.Select(move => move.IfMatch).ShouldBe(["\"3\"", "\"4\""]);
        _moves.Select(move => move.Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Should_show_both_states_when_the_move_is_not_possible_any_more()
    {
        Script();
        var desk = new PageClient(gateway, "office-agent");
        var page = await desk.GetAsync($"/cases/{_id}/close");
        (_state, _version) = ("closed", 4);

        var changed = await desk.PostAsync(page, $"/cases/{_id}/close", ("Reason", "solved"));

        changed.Status.ShouldBe(409);
        changed.Text.ShouldMatch("Agora: <strong[^>]*>Encerrado</strong>");
        changed.Text.ShouldNotContain("Como terminou?");
    }

    [Fact]
    public async Task Should_close_with_a_reason_and_keep_the_version_while_it_is_missing()
    {
        Script();
        var desk = new PageClient(gateway, "focal-point");
        var page = await desk.GetAsync($"/cases/{_id}/close");
        _version = 4;

        var again = await desk.PostAsync(page, $"/cases/{_id}/close");
        again.Status.ShouldBe(422);
        again.Text.ShouldContain("Selecione como terminou");
        var stale = await desk.PostAsync(again, $"/cases/{_id}/close", ("Reason", "solved"));
        stale.Status.ShouldBe(409, "what changed while the reason was missing was not seen");
        stale.Text.ShouldContain("value=\"solved\" checked");
        (await desk.PostAsync(stale, $"/cases/{_id}/close", ("Reason", "solved"))).Location.ShouldBe($"/cases/{_id}");

        _moves[^1].ShouldSatisfyAllConditions(last => last.Move.ShouldBe("close"), last => last.Body.ShouldBe("{\"reason\":\"solved\"}"));
    }

    private void Script()
    {
        gateway.Upstream.Scripts["/v1/cases"] = request =>
        {
            if (request.QueryString is { HasValue: true, Value: var query }) // other tests ask for the bare path
            {
                _asked.Add(Uri.UnescapeDataString(query));
            }

            return Results.Json(new { items = new[] { Case() }, next = "next-page" });
        };
        gateway.Upstream.Scripts["/v1/people/duplicates"] = _ => Results.Json(new { items = Array.Empty<object>() });
        gateway.Upstream.Scripts["/v1/referrals"] = _ => Results.Json(new { items = Array.Empty<object>() });
        gateway.Upstream.Scripts[$"/v1/cases/{_id}"] = Answer;
        foreach (var move in new[] { "wait-person", "close" })
        {
            gateway.Upstream.Scripts[$"/v1/cases/{_id}/{move}"] = request => Move(request, move);
        }
    }

    private IResult Move(HttpRequest request, string move)
    {
        using var body = new StreamReader(request.Body);
        var ifMatch = request.Headers.IfMatch.ToString();
        _moves.Add((move, ifMatch, request.Headers["Idempotency-Key"], body.ReadToEndAsync().GetAwaiter().GetResult()));
        return _state is "closed" ? Problem("case-move-not-allowed", 409)
            : string.Equals(ifMatch, $"\"{_version}\"", StringComparison.Ordinal) ? Answer(request) : Problem("stale-version", 412);
    }

    private static IResult Problem(string code, int status) => Results.Json(new { type = "urn:cnaim:problem:" + code, status }, statusCode: status);

    private IResult Answer(HttpRequest request)
    {
        request.HttpContext.Response.Headers.ETag = $"\"{_version}\"";
        return Results.Json(Case(), JsonSerializerOptions.Web);
    }

    private object Case() => new
    {
        id = _id,
        state = _state,
        personId = new string('A', 26),
        referralId = _referral,
        request = "health-user-number",
        openedAt = DateTimeOffset.UnixEpoch,
        allowedActions = _state is "closed" ? new[] { "reopen" } : ["wait-person", "close"],
    };
}
