using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter.Journeys;

/// <summary>R1, R2, R5 and R6; R3 and R4 are with their pages.</summary>
public sealed class When_reception_works_by_keys(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Fact]
    public async Task Should_issue_a_ticket()
    {
        var page = await OpenAsync();
        var keys = await CountedKeys.OnAsync(page);
        await IssueAsync(keys);
        await page.Locator(".cn-slip__number").WaitForAsync();
        keys.ShouldKeepTo("R1");
    }

    /// <summary>A code that is not today's takes as many keys as one that is; whose it is, other tests say.</summary>
    [Fact]
    public async Task Should_register_an_arrival()
    {
        var page = await OpenAsync();
        var keys = await CountedKeys.OnAsync(page);
        await keys.BackToAsync("Registar a chegada");
        await keys.BackToAsync("Código da marcação");
        await keys.TypeAsync("BBBBBB");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Nenhuma marcação de hoje neste centro tem este código");
        keys.ShouldKeepTo("R2");
    }

    [Fact]
    public async Task Should_take_in_a_child()
    {
        var page = await OpenAsync();
        await IssueAsync(await CountedKeys.OnAsync(page));
        var number = await page.Locator(".cn-slip__number").InnerTextAsync();
        await page.GotoAsync("/childrens-room");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Senha do adulto");
        await keys.TypeAsync(number);
        await keys.TabToAsync("Quantas crianças");
        await keys.TypeAsync("1");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Entregue este código ao adulto.");
        keys.ShouldKeepTo("R5");
    }

    [Fact]
    public async Task Should_print_a_slip_again()
    {
        var page = await OpenAsync();
        await IssueAsync(await CountedKeys.OnAsync(page));
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Imprimir 2.ª via");
        await keys.EnterAsync("Senha");
        await page.SeeAsync("2.ª via");
        keys.ShouldKeepTo("R6");
    }

    private static async Task IssueAsync(CountedKeys keys)
    {
        await keys.ChooseAsync("crioulo de Cabo Verde");
        await keys.TabToAsync("Acolhimento e triagem");
        await keys.EnterAsync("Senha");
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await _desks.AtAsync("demo-coordinator");
        await page.GotoAsync("/reception");
        return page;
    }
}
