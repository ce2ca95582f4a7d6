using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S08: the coordinator moves desks and closes queues.</summary>
public sealed class When_a_floor_is_watched(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_close_a_queue_with_a_notice_and_open_it_again(bool scripts)
    {
        var page = await _desks.AtAsync("demo-coordinator", scripts);
        await page.FollowAsync("Sala");
        await page.HeadingAsync("Filas e balcões");
        await CheckAsync(page, scripts);
        var queue = page.GetByRole(AriaRole.Row, new() { Name = "Direitos e consumo" }).First;
        await queue.GetByRole(AriaRole.Link, new() { Name = "Fechar" }).ClickAsync();
        await page.HeadingAsync("Fechar a fila");
        await CheckAsync(page, scripts);
        await page.EnterAsync("Aviso no ecrã, em português (opcional)", "Volte amanhã");
        await page.PressAsync("Fechar a fila");
        await page.SeeAsync("Fila fechada.");
        await queue.GetByRole(AriaRole.Button, new() { Name = "Abrir" }).ClickAsync();
        await page.SeeAsync("Fila aberta.");
        await CheckAsync(page, scripts);
    }

    /// <summary>C1.</summary>
    [Fact]
    public async Task Should_move_a_desk()
    {
        var page = await _desks.AtAsync("demo-coordinator");
        await page.GotoAsync("/floor");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mudar" }).Nth(2).ClickAsync();
        await page.HeadingAsync("Balcão 3");
        await page.ShouldBeAccessibleAsync();
        await page.GetByLabel("Saúde e educação").CheckAsync();
        await page.PressAsync("Guardar");
        await page.SeeAsync("Balcão mudado.");
        (await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Residência e família, Saúde e educação" }).CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(true, "Balcão 6")]
    [InlineData(false, "Balcão 7")]
    public async Task Should_give_a_queue_one_more_desk(bool scripts, string desk)
    {
        var page = await _desks.AtAsync("demo-coordinator", scripts);
        await page.GotoAsync("/floor");
        await page.FollowAsync("Reforçar Saúde e educação");
        await page.HeadingAsync("Reforçar a fila");
        await page.PressAsync("Guardar");
        await page.SeeAsync("Selecione um balcão");
        await CheckAsync(page, scripts);
        await page.ChooseAsync(desk);
        await page.PressAsync("Guardar");
        await page.SeeAsync("Balcão mudado.");
        (await page.GetByRole(AriaRole.Row).Filter(new() { HasText = ", Saúde e educação" }).CountAsync() + await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Saúde e educação, " }).CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Should_not_be_there_for_others()
    {
        var page = await _desks.AtAsync("demo-mediator");
        (await page.GotoAsync("/floor"))!.Status.ShouldBe(404);
    }

    private static Task CheckAsync(IPage page, bool axe) => axe ? page.ShouldBeAccessibleAsync() : Task.CompletedTask;
}
