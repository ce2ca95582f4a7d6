using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S09, R3 and R5: children in and out, and a question answered.</summary>
public sealed class When_children_are_looked_after(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_handed_back_for_the_code_alone(bool scripts)
    {
        var page = await _desks.AtAsync("demo-coordinator", scripts);
        var ticket = await IssueAsync(page);
        await page.GotoAsync("/childrens-room");
        await CheckAsync(page, scripts);
        await page.PressAsync("Receber");
        await page.SeeAsync("Indique a senha do adulto");
        await CheckAsync(page, scripts);
        await page.EnterAsync("Senha do adulto", ticket);
        await page.EnterAsync("Quantas crianças", "2");
        await page.PressAsync("Receber");
        await page.SeeAsync("Entregue este código ao adulto.");
        var code = await page.Locator(".cn-slip__number").InnerTextAsync();
        await CheckAsync(page, scripts);

        var visit = page.Locator(".cn-mediator").Filter(new() { HasText = ticket });
        await visit.GetByLabel("Código").FillAsync("errado");
        await visit.GetByRole(AriaRole.Button, new() { Name = "Entregar" }).ClickAsync();
        await page.SeeAsync("O código não está certo.");
        await visit.GetByLabel("Código").FillAsync(code);
        await visit.GetByRole(AriaRole.Button, new() { Name = "Entregar" }).ClickAsync();
        await page.SeeAsync("Criança entregue.");
        (await visit.CountAsync()).ShouldBe(0);
    }

    /// <summary>R3: two interactions and six keys.</summary>
    [Fact]
    public async Task Should_log_a_question_within_six_keys()
    {
        var page = await _desks.AtAsync("demo-coordinator");
        await page.GotoAsync("/reception");
        var keys = await CountedKeys.OnAsync(page);
        await keys.BackToAsync("Tema da pergunta respondida");
        await keys.TypeAsync("Finan");
        await keys.TabToAsync("Registar pergunta");
        await keys.PressAsync("Enter");

        await page.SeeAsync("Pergunta registada.");
        keys.ShouldKeepTo("R3");
    }

    private static async Task<string> IssueAsync(IPage page)
    {
        await page.GotoAsync("/reception");
        await page.GetByRole(AriaRole.Button, new() { Name = "Acolhimento e triagem" }).ClickAsync();
        await page.HeadingAsync("Senha");
        return await page.Locator(".cn-slip__number").InnerTextAsync();
    }

    private static Task CheckAsync(IPage page, bool axe) => axe ? page.ShouldBeAccessibleAsync() : Task.CompletedTask;
}
