using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S25: what happens next, in Portuguese and in the person's language, for the person to take home.</summary>
public sealed class When_a_process_is_printed(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_have_two_columns_and_a_neutral_version(bool scripts)
    {
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync("/people/new");
        await page.EnterAsync("Nomes próprios", "Tomilho Semfim");
        await page.GetByLabel("Língua que prefere falar").SelectOptionAsync("ara");
        await page.PressAsync("Criar registo");
        await page.SeeAsync("Registo criado.");
        await page.PressAsync("O meu processo");

        await page.HeadingAsync("O meu processo");
        await page.SeeAsync("Sem passos em aberto.");
        await page.SeeAsync("Não enviámos os seus dados a ninguém.");
        var own = page.Locator(".cn-pair [lang=ar]").First;
        (await own.EvaluateAsync<string>("text => getComputedStyle(text).direction")).ShouldBe("rtl");
        await page.SeeAsync("Tradução por rever");
        (await page.Locator(".cn-sheet__number").InnerTextAsync()).ShouldStartWith("L-");
        await CheckAsync(page, scripts);

        await page.GetByLabel("Versão").SelectOptionAsync("true");
        await page.PressAsync("Mostrar");
        await page.HeadingAsync("O meu processo");
        (await page.Locator(".cn-sheet__number").CountAsync()).ShouldBe(0);
        await CheckAsync(page, scripts);
    }

    private static Task CheckAsync(IPage page, bool axe) => axe ? page.ShouldBeAccessibleAsync() : Task.CompletedTask;
}
