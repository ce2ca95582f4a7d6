using Microsoft.AspNetCore.Http;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>S32: partners' queues, for administrators alone.</summary>
public sealed class When_queues_are_overseen(GatewayUnderTest gateway)
{
    private const string Path = "/admin/queues";

    [Theory]
    [InlineData("administrator", 200)]
    [InlineData("coordinator", 404)]
    [InlineData("national-manager", 404)]
    [InlineData("focal-point", 404)]
    [InlineData("auditor", 404)]
    [InlineData("mediator", 404)]
    [InlineData("partner-developer:one", 404)]
    public async Task Should_be_there_for_administrators(string role, int status)
    {
        Script();
        var desk = new PageClient(gateway, role);

        (await desk.GetAsync(Path)).Status.ShouldBe(status);
        (await desk.GetAsync("/admin")).Text.Contains($"href=\"{Path}\"", StringComparison.Ordinal).ShouldBe(status is 200);
    }

    [Fact]
    public async Task Should_say_what_lies_unread_and_who_is_connected_or_that_the_broker_is_silent()
    {
        Script(
            new { clientId = "agency", partner = "An agency", name = "partner.agency", state = "active", sent = 70L, waiting = 3, messages = 41L, connections = 2 },
            new { clientId = "other", partner = "Another", name = "partner.other", state = "disabled", stateReason = "agreement", sent = 5L, waiting = 0 });
        var page = await new PageClient(gateway, "administrator").GetAsync(Path);

        foreach (var text in new[] { "An agency", "partner.agency", "Ativo", ">41<", ">3<", ">2<", "Desligado", "Retirada pelo acordo", "Sem resposta", "href=\"/admin/agreements/new?client=agency\"", "href=\"/admin/queues?after=next-page\"" })
        {
            page.Text.ShouldContain(text);
        }
    }

    [Fact]
    public async Task Should_say_that_there_are_none()
    {
        Script();
        (await new PageClient(gateway, "administrator").GetAsync(Path)).Text.ShouldContain("Nenhum parceiro tem uma fila.");
    }

    private void Script(params object[] items) => gateway.Upstream.Scripts["/v1/queues"] = _ => Results.Json(new { items, next = items.Length > 0 ? "next-page" : null });
}
