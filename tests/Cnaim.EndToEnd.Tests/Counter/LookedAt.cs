using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>One of each record that pages are about, made once; whose names and texts are long where they may be.</summary>
public sealed class LookedAt(PlatformFixture fixture, Browser browser) : IAsyncLifetime
{
    private const string At = "5";
    private const string LongName = "Maria da Anunciação Wolfeschlegelsteinhausenbergerdorff de Vasconcelos";
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal) { ["lang"] = "ar", ["desk"] = At };
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);
    private readonly Desks _desks = new(fixture.Platform, browser);

    /// <summary>A page of somebody who signed in once for all of them.</summary>
    internal async Task<IPage> OpenAsync(string who, string path)
    {
        if (who.Length > 0 && !_sessions.ContainsKey(who))
        {
            _sessions[who] = await (await _desks.AtAsync(who)).Context.StorageStateAsync();
        }

        var (page, address) = (await _desks.OpenAsync(session: _sessions.GetValueOrDefault(who), width: 320, height: 256), Fill(path));
        (await page.GotoAsync(address))!.Status.ShouldBe(200, address);
        new Uri(page.Url).PathAndQuery.ShouldBe(address, "another page came in its place");
        return page;
    }

    private string Fill(string path) => _ids.Aggregate(path, (filled, id) => filled.Replace("{" + id.Key + "}", id.Value, StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        using var api = new Api(fixture.Platform);
        await PersonAsync(api);
        await TicketsAsync(api);
        await ReferralAsync(api);
        _ids["call"] = (await api.PostAsync(Api.Lisbon, "/api/mediation/v1/interpreting-requests", new JsonObject { ["language"] = "kea" })).ShouldBe(HttpStatusCode.Created).Id;
        foreach (var (name, who, list, link) in new[]
        {
            ("service", EveryPage.Anybody, "/directory", "/directory/services/"), ("mediator", EveryPage.Mediator, "/mediators?language=kea", "/mediators/"),
            ("consent", EveryPage.Mediator, "/people/{person}/consents", "/consents/"), ("queue", EveryPage.Coordinator, "/floor", "/floor/queues/"),
            ("calendar", EveryPage.Coordinator, "/admin/calendars", "/admin/calendars/"),
        })
        {
            await FindAsync(name, who, list, link);
        }
    }

    /// <summary>The desk is left as it was found.</summary>
    public async ValueTask DisposeAsync()
    {
        using var api = new Api(fixture.Platform);
        await api.PostAsync(Api.Lisbon, $"/api/reception/v1/desks/{At}/finish", new JsonObject());
        await api.PostAsync(Api.Lisbon, $"/api/reception/v1/desks/{At}/close", new JsonObject());
    }

    private async Task PersonAsync(Api api)
    {
        var person = _ids["person"] = (await api.PostAsync(Api.Lisbon, ApiSteps.People, new JsonObject
        {
            ["givenNames"] = LongName,
            ["knownAs"] = "ماريا",
            ["birth"] = "about 1987",
            ["languages"] = new JsonArray("ara"),
        })).ShouldBe(HttpStatusCode.Created).Id;
        await api.RegisterAsync(Api.Lisbon, LongName);
        await api.ConsentAsync(Api.Lisbon, person, "health", "identity", "contact");
        var interview = _ids["interview"] = await api.InterviewAsync(Api.Lisbon, person);
        await api.AnswerAllAsync(Api.Lisbon, interview);
        var slots = (await api.GetAsync(Api.Lisbon, "/api/reception/v1/slots")).ShouldBe(HttpStatusCode.OK).Json["items"]!.AsArray();
        var wish = new JsonObject { ["personId"] = person, ["startsAt"] = slots[^1]!["startsAt"]!.ToString(), ["calendarId"] = slots[^1]!["calendarId"]!.ToString() };
        _ids["appointment"] = (await api.PostAsync(Api.Lisbon, "/api/reception/v1/appointments", wish)).ShouldBe(HttpStatusCode.Created).Id;
    }

    private async Task TicketsAsync(Api api)
    {
        var coordinator = new Desk("reception", "cnaim-lisboa", "coordinator", 90);
        _ids["board"] = (await api.PostAsync(coordinator, "/api/reception/v1/boards", new JsonObject())).ShouldBe(HttpStatusCode.Created).Json["key"]!.ToString();
        var open = (await api.PostAsync(Api.Lisbon, $"/api/reception/v1/desks/{At}/open", new JsonObject { ["takeOver"] = true })).ShouldBe(HttpStatusCode.OK);
        var wish = new JsonObject { ["queue"] = open.Json["queues"]![0]!.ToString(), ["language"] = "ara", ["priority"] = "pregnant" };
        await api.PostAsync(coordinator, "/api/reception/v1/tickets", wish);
        (await api.PostAsync(Api.Lisbon, $"/api/reception/v1/desks/{At}/call-next", new JsonObject())).ShouldBe(HttpStatusCode.OK);
        var waiting = (await api.PostAsync(coordinator, "/api/reception/v1/tickets", wish)).ShouldBe(HttpStatusCode.Created);
        (_ids["ticket"], _ids["waiting"], _ids["token"]) = (waiting.Id, waiting.Id, waiting.Json["token"]!.ToString());
        foreach (var (name, language) in new[] { ("persian", "fas"), ("urdu", "urd") })
        {
            var ticket = (await api.PostAsync(coordinator, "/api/reception/v1/tickets", new JsonObject { ["queue"] = "welcome", ["language"] = language })).ShouldBe(HttpStatusCode.Created);
            _ids[name] = ticket.Json["token"]!.ToString();
        }
    }

    private async Task ReferralAsync(Api api)
    {
        var id = _ids["referral"] = (await api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(_ids["person"]))).ShouldBe(HttpStatusCode.Created).Id;
        await api.ShouldReachAsync(Api.Agent("health"), id, "requested");
        (await api.MoveAsync(Api.Agent("health"), id, "accept")).ShouldBe(HttpStatusCode.OK);
        await api.ShouldReachAsync(Api.Lisbon, id, "accepted");
        _ids["case"] = (await api.GetAsync(Api.Agent("health"), "/api/health/v1/referrals/" + id)).ShouldBe(HttpStatusCode.OK).Json["caseId"]!.ToString();
    }

    private async Task FindAsync(string name, string who, string list, string link)
    {
        var page = await OpenAsync(who, list);
        var address = await page.Locator($"#main-content a[href*='{link}']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        _ids[name] = address.Select(one => one[(one.IndexOf(link, StringComparison.Ordinal) + link.Length)..].Split('/', '?')[0]).First(id => id is not "new" and not "me");
        await page.Context.CloseAsync();
    }
}
