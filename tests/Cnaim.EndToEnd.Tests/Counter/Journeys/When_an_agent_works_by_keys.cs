using System.Net;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter.Journeys;

/// <summary>A1 to A4; A5 and A6 are with their pages.</summary>
public sealed class When_an_agent_works_by_keys(PlatformFixture fixture, Browser browser) : IDisposable
{
    private readonly Desks _desks = new(fixture.Platform, browser);
    private readonly Api _api = new(fixture.Platform);

    [Fact]
    public async Task Should_accept_what_is_due_first()
    {
        var (page, id) = await ReceivedAsync();
        await page.GotoAsync("/");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAddressAsync($"/referrals/{id}");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync($"**/referrals/{id}");
        await keys.SettleAsync();
        await keys.TabToAsync("Aceitar");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Encaminhamento aceite.");
        keys.ShouldKeepTo("A1");
    }

    [Fact]
    public async Task Should_decline_with_a_reason()
    {
        var (page, id) = await ReceivedAsync();
        var keys = await AtAsync(page, id);
        await keys.TabToAsync("Recusar");
        await keys.EnterAsync("Recusar");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await keys.TabToAsync("Nota");
        await keys.TypeAsync("Habitação tem vaga esta semana.");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync($"**/referrals/{id}");
        await ShouldBecomeAsync(id, "rejected");
        keys.ShouldKeepTo("A2");
    }

    [Fact]
    public async Task Should_wait_for_a_document_and_record_the_outcome()
    {
        var (page, id) = await ReceivedAsync();
        (await _api.MoveAsync(Api.Agent("health"), id, "accept")).ShouldBe(HttpStatusCode.OK);
        (await _api.MoveAsync(Api.Agent("health"), id, "start")).ShouldBe(HttpStatusCode.OK);
        var keys = await AtAsync(page, id);
        await keys.TabToAsync("Pôr em pausa");
        await keys.EnterAsync("Pôr em pausa");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await keys.TabToAsync("Nota");
        await keys.TypeAsync("Falta o comprovativo de morada.");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync($"**/referrals/{id}");
        await ShouldBecomeAsync(id, "on-hold");
        keys.ShouldKeepTo("A4");

        (await _api.MoveAsync(Api.Agent("health"), id, "resume")).ShouldBe(HttpStatusCode.OK);
        keys = await AtAsync(page, id);
        await keys.TabToAsync("Concluir");
        await keys.EnterAsync("Concluir");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync($"**/referrals/{id}");
        await ShouldBecomeAsync(id, "completed");
        keys.ShouldKeepTo("A3");
    }

    public void Dispose() => _api.Dispose();

    private static async Task<CountedKeys> AtAsync(IPage page, string id)
    {
        await page.GotoAsync($"/referrals/{id}");
        return await CountedKeys.OnAsync(page);
    }

    private async Task<(IPage Page, string Id)> ReceivedAsync()
    {
        var id = (await _api.ReferAsync(Api.Lisbon)).Id;
        await _api.ShouldReachAsync(Api.Agent("health"), id, "requested");

        // It is the most urgent one of the list, so that the list begins with it.
        await Rows.ScalarAsync<string>(fixture.Platform, "health", "UPDATE referral_received SET acknowledge_by = now() - interval '300 days' WHERE referral_id = @id RETURNING status", new { id = Guid.Parse(id) });
        return (await _desks.AtAsync("demo-health"), id);
    }

    private async Task ShouldBecomeAsync(string id, string status) =>
        (await Eventually.SeenAsync(() => _api.StatusAsync(Api.Agent("health"), id), now => string.Equals(now, status, StringComparison.Ordinal), seconds: 30)).ShouldBe(status);
}
