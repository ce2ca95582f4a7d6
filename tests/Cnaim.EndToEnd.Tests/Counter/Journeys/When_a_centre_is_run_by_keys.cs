using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter.Journeys;

/// <summary>C1, C3, O1, U1 to U4.</summary>
public sealed class When_a_centre_is_run_by_keys(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Fact]
    public async Task Should_move_a_desk_to_a_queue()
    {
        var page = await _desks.AtAsync("demo-coordinator");
        await page.GotoAsync("/floor");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Reforçar");
        await keys.EnterAsync("Reforçar a fila");
        await keys.PressAsync("Tab");
        await keys.ChooseAsync("Balcão 4");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Balcão mudado.");
        keys.ShouldKeepTo("C1");
    }

    [Fact]
    public async Task Should_close_a_queue_with_a_notice()
    {
        var page = await _desks.AtAsync("demo-coordinator");
        await page.GotoAsync("/floor");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Fechar Residência");
        await keys.EnterAsync("Fechar a fila");
        await keys.TabToAsync("Aviso no ecrã, em português");
        await keys.TypeAsync("Volte amanhã");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Fila fechada.");
        keys.ShouldKeepTo("C3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Abrir Residência" }).ClickAsync();
        await page.SeeAsync("Fila aberta.");
    }

    [Fact]
    public async Task Should_show_the_oldest_message_of_each_service()
    {
        var page = await _desks.AtAsync("demo-administrator");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Operação");
        await keys.EnterAsync("Operação");
        keys.ShouldKeepTo("O1");
    }

    [Fact]
    public async Task Should_say_who_saw_a_record_in_ninety_days()
    {
        var mediator = await _desks.AtAsync("demo-mediator");
        await mediator.GotoAsync("/people/new");
        await mediator.EnterAsync("Nomes próprios", "Murta Semfim");
        await mediator.PressAsync("Criar registo");
        await mediator.SeeAsync("Registo criado.");

        var page = await _desks.AtAsync("demo-coordinator");
        await page.GotoAsync(new Uri(mediator.Url).AbsolutePath);
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Quem consultou este registo");
        await keys.PressAsync("Enter");
        await page.Locator("table").WaitForAsync();
        keys.ShouldKeepTo("U1");
    }

    [Fact]
    public async Task Should_show_the_weeks_emergency_accesses()
    {
        var page = await _desks.AtAsync("demo-data-protection-officer");
        var keys = await CountedKeys.OnAsync(page);
        await keys.BackToAsync("Acessos");
        await keys.EnterAsync("Acessos de emergência desta semana");
        keys.ShouldKeepTo("U2");
    }

    [Fact]
    public async Task Should_show_looks_with_nothing_behind_them()
    {
        var page = await _desks.AtAsync("demo-auditor");
        var keys = await CountedKeys.OnAsync(page);
        await keys.BackToAsync("Consultas");
        await keys.EnterAsync("Consultas sem senha, caso ou encaminhamento");
        keys.ShouldKeepTo("U3");
    }

    [Fact]
    public async Task Should_keep_and_download_the_proof()
    {
        var page = await _desks.AtAsync("demo-auditor");
        await page.GotoAsync("/audit/verification");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Guardar uma prova agora");
        await keys.PressAsync("Enter");
        await page.Locator("a[download]").WaitForAsync();
        await keys.TabToAsync("Descarregar");
        await page.RunAndWaitForDownloadAsync(() => keys.PressAsync("Enter"));
        keys.ShouldKeepTo("U4");
    }
}
