using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S28: how far off waits were, and in which languages nobody was found. Empty and silent states are the gateway's tests'.</summary>
public sealed class When_figures_are_looked_at(PlatformFixture fixture, Browser browser)
{
    private const string Queue = "Residência e família";
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_measure_the_wait_of_whoever_was_called(bool scripts)
    {
        var page = await _desks.AtAsync("demo-coordinator", scripts);
        await page.GotoAsync("/reception");
        await page.ChooseAsync("português");
        await page.GetByRole(AriaRole.Button, new() { Name = Queue }).ClickAsync();
        await page.HeadingAsync("Senha");
        var desk = await _desks.AtAsync("demo-mediator", scripts);
        await desk.SitAsync("3");
        await desk.PressAsync("Chamar o seguinte");
        await desk.PressAsync("Não compareceu");
        await desk.LeaveAsync("3");

        await page.FollowAsync("Estatísticas");
        await page.HeadingAsync("Espera prevista e espera medida");
        await page.GetByRole(AriaRole.Table, new() { Name = "Por fila" }).GetByRole(AriaRole.Rowheader).First.WaitForAsync();
        await page.CheckAsync(scripts);
        await page.GetByLabel("Período").SelectOptionAsync("1");
        await page.PressAsync("Aplicar filtros");
        await page.SeeAsync("a espera ficou dentro do previsto.");
        new Uri(page.Url).Query.ShouldBe("?Days=1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_show_in_which_languages_nobody_was_found(bool scripts)
    {
        var desk = await _desks.AtAsync("demo-mediator", scripts);
        for (var lines = 0; lines < 2; lines++) // the sandbox has one line for this language
        {
            await desk.GotoAsync("/interpreting/new?language=hu");
            await desk.PressAsync("Pedir número");
            await desk.HeadingAsync("Tradução por telefone: húngaro");
        }

        var page = await _desks.AtAsync("demo-coordinator", scripts);
        await page.FollowAsync("Estatísticas");
        await page.FollowAsync("Línguas sem resposta");
        await page.HeadingAsync("Línguas sem resposta");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "húngaro" }).Filter(new() { HasText = "Todas as linhas ocupadas" }).First.WaitForAsync();
        await page.CheckAsync(scripts);
    }

    [Theory]
    [InlineData("/statistics/waits")]
    [InlineData("/statistics/language")]
    public async Task Should_not_be_there_for_others(string path)
    {
        var page = await _desks.AtAsync("demo-mediator");
        (await page.GotoAsync(path))!.Status.ShouldBe(404);
    }
}
