using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>M10 at a referral: who changed it, when, and both versions; and what is offered to whom.</summary>
public sealed class When_a_referral_has_changed(GatewayUnderTest gateway)
{
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly List<string> _ifMatch = [];
    private string _status = "requested";
    private string _by = "health";
    private int _version = 3;

    [Theory]
    [InlineData("reception", "O serviço Acolhimento alterou este registo às 12:34.")]
    [InlineData("system", "O sistema alterou este registo às 12:34.")]
    [InlineData("somebody", "Um colega alterou este registo às 12:34.")]
    public async Task Should_say_who_and_when_and_hold_for_what_is_now(string by, string words)
    {
        Script();
        var desk = new PageClient(gateway, "office-agent");
        var page = await desk.GetAsync($"/referrals/{_id}");
        (_status, _version, _by) = ("on-hold", 4, by);

        var changed = await desk.PostAsync(page, $"/referrals/{_id}?handler=Move", ("move", "accept"));

        changed.Status.ShouldBe(409);
        changed.Text.ShouldContain(words);
        changed.Text.ShouldMatch("Quando abriu esta página: <strong[^>]*>A aguardar resposta</strong>");
        changed.Text.ShouldMatch("Agora: <strong[^>]*>Em pausa</strong>");
        (await desk.PostAsync(changed, $"/referrals/{_id}?handler=Move", ("move", "accept"))).Status.ShouldBe(302, "the second wish is for what is now");
        _ifMatch.ShouldBe(["\"3\"", "\"4\""]);
    }

    [Fact]
    public async Task Should_keep_what_was_typed_on_the_page_with_the_reason()
    {
        Script();
        var desk = new PageClient(gateway, "office-agent");
        var page = await desk.GetAsync($"/referrals/{_id}/reject");
        (_status, _version) = ("accepted", 4);

        var changed = await desk.PostAsync(page, $"/referrals/{_id}/reject", ("Reason", "wrong-service"), ("Note", "balcão 3"));

        changed.Status.ShouldBe(409);
        changed.Text.ShouldContain("value=\"wrong-service\" checked");
        changed.Text.ShouldContain("value=\"balcão 3\"");
        changed.Text.ShouldMatch("Agora: <strong[^>]*>Aceite</strong>");
    }

    [Theory]
    [InlineData("coordinator", true)]
    [InlineData("office-agent", false)]
    [InlineData("focal-point", false)]
    public async Task Should_offer_a_reminder_to_coordinators_of_what_is_overdue(string role, bool isOffered)
    {
        Script();
        var page = await new PageClient(gateway, role).GetAsync($"/referrals/{_id}");
        page.Text.Contains("Lembrar o ponto focal", StringComparison.Ordinal).ShouldBe(isOffered);
        page.Text.ShouldContain("Prazo ultrapassado");
        page.Text.ShouldContain($"/referrals/new?partOf={_id}");
    }

    private void Script()
    {
        gateway.Upstream.Scripts[$"/v1/referrals/{_id}"] = Answer;
        foreach (var move in new[] { "accept", "reject" })
        {
            gateway.Upstream.Scripts[$"/v1/referrals/{_id}/{move}"] = Move;
        }
    }

    private IResult Move(HttpRequest request)
    {
        var ifMatch = request.Headers.IfMatch.ToString();
        _ifMatch.Add(ifMatch);
        return string.Equals(ifMatch, $"\"{_version}\"", StringComparison.Ordinal)
            ? Answer(request)
            : Results.Json(new { type = "urn:cnaim:problem:stale-version", status = 412 }, statusCode: 412);
    }

    private IResult Answer(HttpRequest request)
    {
        request.HttpContext.Response.Headers.ETag = $"\"{_version}\"";
        return Results.Json(Referral(), JsonSerializerOptions.Web);
    }

    private object Referral() => new
    {
        id = _id,
        direction = "received",
        status = _status,
        sender = new { office = "reception", centre = "cnaim-lisboa" },
        receiver = new { office = "health", centre = "cnaim-lisboa" },
        request = "health.user-number",
        priority = "routine",
        personId = new string('A', 26),
        createdAt = DateTimeOffset.UnixEpoch,
        updatedAt = DateTimeOffset.UnixEpoch,
        clocks = new { acknowledgeBy = new { due = DateTimeOffset.UnixEpoch, runs = true, overdue = true }, resolveBy = new { due = DateTimeOffset.UnixEpoch, runs = true, overdue = false } },
        allowedActions = new[] { "accept", "reject" },
        timeline = new[] { new { at = new DateTimeOffset(2026, 1, 5, 12, 34, 0, TimeSpan.Zero), what = "held", status = _status, by = _by } },
    };
}
