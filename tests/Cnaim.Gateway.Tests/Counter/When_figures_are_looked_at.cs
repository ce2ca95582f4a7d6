using Microsoft.AspNetCore.Http;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>S28: how far off waits were, and in which languages nobody was found; for whoever answers for a centre.</summary>
public sealed class When_figures_are_looked_at(GatewayUnderTest gateway)
{
    private const string Waits = "/statistics/waits";
    private const string Languages = "/statistics/language";
    private readonly List<string> _asked = [];

    [Theory]
    [InlineData("coordinator", 200)]
    [InlineData("mediator", 404)]
    [InlineData("office-agent", 404)]
    [InlineData("reception", 404)]
    [InlineData("administrator", 404)]
    [InlineData("auditor", 404)]
    public async Task Should_be_there_for_coordinators(string role, int status)
    {
        Script();
        var desk = new PageClient(gateway, role);
        foreach (var path in new[] { Waits, Languages })
        {
            (await desk.GetAsync(path)).Status.ShouldBe(status, path);
        }

        (await desk.GetAsync("/help")).Text.Contains($"href=\"{Waits}\"", StringComparison.Ordinal).ShouldBe(status is 200);
    }

    [Fact]
    public async Task Should_say_how_far_off_each_queue_was_the_worst_first()
    {
        Script(new { queue = "welcome", calls = 8, within = 6, biasSeconds = -45, meanErrorSeconds = 100, p90ErrorSeconds = 290 }, new { queue = "social", calls = 2, within = 0, biasSeconds = 600, meanErrorSeconds = 600, p90ErrorSeconds = 700 });
        var page = await new PageClient(gateway, "coordinator").GetAsync(Waits + "?Days=7");

        page.Text.ShouldContain("Em 6 de 10 chamadas, a espera ficou dentro do previsto.");
        page.Text.IndexOf("Apoio social", StringComparison.Ordinal).ShouldBeLessThan(page.Text.IndexOf("Acolhimento", StringComparison.Ordinal));
        foreach (var text in new[] { "1 minuto a menos", "10 minutos a mais", "2 minutos", "5 minutos", "12 minutos" })
        {
            page.Text.ShouldContain(text);
        }

        _asked.ShouldHaveSingleItem().ShouldBe("?days=7");
    }

    [Fact]
    public async Task Should_say_that_nobody_was_called_and_keep_to_the_periods_it_offers()
    {
        Script();
        var page = await new PageClient(gateway, "coordinator").GetAsync(Waits + "?Days=5000");
        page.Text.ShouldContain("Neste período ninguém foi chamado.");
        page.Text.ShouldNotContain("<table");
        _asked.ShouldHaveSingleItem().ShouldBe("?days=30");
    }

    [Fact]
    public async Task Should_show_unmet_languages_and_never_a_small_count()
    {
        ScriptDemand([Cell("mnk", "nobody-speaks", "<5"), Cell("wo", "no-interpreter", "12")], total: null);
        var page = await new PageClient(gateway, "coordinator").GetAsync(Languages);
        page.Text.ShouldContain("Há 2 línguas em que alguém ficou sem intérprete.");
        page.Text.ShouldContain("Ninguém fala a língua");
        page.Text.ShouldContain("Todas as linhas ocupadas");
        page.Text.ShouldContain("<5");
        page.Text.ShouldContain("não se mostra");

        ScriptDemand([], total: "0");
        (await new PageClient(gateway, "coordinator").GetAsync(Languages)).Text.ShouldContain("todos os pedidos tiveram intérprete");
    }

    [Fact]
    public async Task Should_say_so_when_the_service_is_silent()
    {
        gateway.Upstream.Scripts["/v1/queues/wait-accuracy"] = _ => Results.StatusCode(503);
        gateway.Upstream.Scripts["/v1/language-demand"] = _ => Results.StatusCode(503);
        var desk = new PageClient(gateway, "coordinator");
        foreach (var path in new[] { Waits, Languages })
        {
            var page = await desk.GetAsync(path);
            (page.Status, page.Text.Contains("O serviço não está a responder.", StringComparison.Ordinal)).ShouldBe((503, true), path);
        }
    }

    private void Script(params object[] waits)
    {
        gateway.Upstream.Scripts["/v1/queues"] = _ => Results.Json(new { items = new[] { Queue("welcome", "Acolhimento"), Queue("social", "Apoio social") }, at = DateTimeOffset.UnixEpoch });
        gateway.Upstream.Scripts["/v1/queues/wait-accuracy"] = request =>
        {
            _asked.Add(request.QueryString.Value!);
            return Results.Json(new { items = waits, days = 7 });
        };
        ScriptDemand([], total: "0");
    }

    private void ScriptDemand(object[] cells, string? total) => gateway.Upstream.Scripts["/v1/language-demand"] = _ => Results.Json(new
    {
        cells,
        languages = cells.Select(_ => new { count = new { shown = total } }),
        total = new { shown = total },
    });

    private static object Cell(string language, string outcome, string shown) => new { language, centre = "cnaim-lisboa", outcome, count = new { shown } };

    private static object Queue(string id, string name) => new { id, namePt = name, nameEn = name, isOpen = true, expectedWait = new { low = 0, high = 5 } };
}
