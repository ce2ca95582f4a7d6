using System.Net;
using Cnaim.EndToEnd.Tests.Support;
using Dapper;
using Microsoft.Playwright;
using Npgsql;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S30 and S31: what waits between services, who saw a record, and what is kept of the trails.</summary>
public sealed class When_the_platform_is_overseen(PlatformFixture fixture, Browser browser)
{
    private const string Stuck = "/operations/screening/stuck/";
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_show_the_administrator_what_has_not_left(bool scripts)
    {
        var page = await _desks.AtAsync("demo-administrator", scripts);
        await page.FollowAsync("Operação");
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "Triagem" }).WaitForAsync();
        await CheckAsync(page, scripts);
        await page.FollowAsync("Verificação");
        // A service gives its head within five minutes of its start, and this may be earlier.
        (await Eventually.SeenAsync(() => HasKeptAsync(page, "Identidade"), kept => kept, seconds: 330)).ShouldBeTrue();
        await CheckAsync(page, scripts);
    }

    /// <summary>O2.</summary>
    [Fact]
    public async Task Should_retry_by_few_keys_what_a_service_could_not_apply()
    {
        using var api = new Api(fixture.Platform);
        var referral = (await api.ReferAsync(Api.Lisbon)).Id;
        await api.ShouldReachAsync(Api.Agent("health"), referral, "requested");
        var page = await _desks.AtAsync("demo-administrator");
        await using var screening = new NpgsqlConnection(fixture.Platform.Handle.OwnerConnectionString("screening"));
        await screening.ExecuteAsync("ALTER TABLE process_referral ADD CONSTRAINT takes_nothing CHECK (false) NOT VALID");
        try
        {
            (await api.MoveAsync(Api.Agent("health"), referral, "accept")).ShouldBe(HttpStatusCode.OK);
            (await Eventually.SeenAsync(() => IsStuckAsync(page), stuck => stuck, seconds: 60)).ShouldBeTrue();
        }
        finally
        {
            await screening.ExecuteAsync("ALTER TABLE process_referral DROP CONSTRAINT takes_nothing");
        }

        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAddressAsync(Stuck);
        await keys.EnterAsync("Tentar de novo");
        await keys.TabToAsync("Tentar de novo");
        await keys.PressAsync("Enter");
        await page.SeeAsync("O serviço vai tentar de novo.");
        keys.ShouldKeepTo("O2");
        (await Eventually.SeenAsync(() => screening.ExecuteScalarAsync<string>("SELECT status FROM process_referral WHERE referral_id = @id", new { id = Guid.Parse(referral) }), status => status is "accepted", seconds: 60)).ShouldBe("accepted");
    }

    [Theory]
    [InlineData("/operations")]
    [InlineData("/audit/verification")]
    [InlineData("/audit/reads")]
    [InlineData("/operations/screening/unsent")]
    public async Task Should_not_be_there_for_others(string path)
    {
        var page = await _desks.AtAsync("demo-mediator");
        (await page.GotoAsync(path))!.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Should_say_who_saw_a_record_and_write_that_look_down_too()
    {
        var mediator = await _desks.AtAsync("demo-mediator");
        await mediator.GotoAsync("/people/new");
        await mediator.EnterAsync("Nomes próprios", "Rosmaninho Semfim");
        await mediator.PressAsync("Criar registo");
        await mediator.SeeAsync("Registo criado.");
        var log = new Uri(mediator.Url).AbsolutePath + "/access-log";
        (await mediator.GotoAsync(log))!.Status.ShouldBe(404); // not a mediator's to see

        var coordinator = await _desks.AtAsync("demo-coordinator");
        await coordinator.GotoAsync(log);
        await coordinator.GetByRole(AriaRole.Cell, new() { Name = "Mediação, Acolhimento, CNAIM Lisboa" }).First.WaitForAsync();
        await coordinator.ShouldBeAccessibleAsync();
        await coordinator.GotoAsync(log + "?Days=7");
        await coordinator.GetByRole(AriaRole.Cell, new() { Name = "Coordenação, Acolhimento, CNAIM Lisboa" }).First.WaitForAsync();
    }

    /// <summary>U3: with a ticket in hand a look has a reason, without one an auditor sees that it had none.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_tell_looks_for_a_ticket_from_others(bool scripts)
    {
        var agent = await _desks.AtAsync("demo-mediator", scripts);
        var person = await agent.RegisterAsync(PeopleSteps.NewName());
        await agent.GotoAsync(person);
        var coordinator = await _desks.AtAsync("demo-coordinator", scripts);
        await coordinator.GotoAsync(person + "/access-log");
        await coordinator.GetByRole(AriaRole.Cell, new() { Name = "Sem senha, caso ou encaminhamento" }).First.WaitForAsync();
        var (desk, queue) = scripts ? ("6", "Trabalho e qualificações") : ("5", "Saúde e educação");
        await CallSomebodyAsync(agent, coordinator, desk, queue);
        await agent.GotoAsync(person);
        await coordinator.GotoAsync(person + "/access-log");
        await coordinator.GetByRole(AriaRole.Cell, new() { Name = "Senha " }).First.WaitForAsync();
        await CheckAsync(coordinator, scripts);

        var auditor = await _desks.AtAsync("demo-auditor", scripts);
        await auditor.FollowAsync("Consultas");
        await auditor.HeadingAsync("Consultas sem senha, caso ou encaminhamento");
        await auditor.GetByRole(AriaRole.Cell, new() { Name = "Mediação, Acolhimento, CNAIM Lisboa" }).First.WaitForAsync();
        await CheckAsync(auditor, scripts);
        await auditor.GotoAsync("/audit/reads?Service=voter-registration&Days=1");
        await auditor.SeeAsync("Neste período, todas as consultas têm uma senha");
        await CheckAsync(auditor, scripts);
        await agent.LeaveAsync(desk);
    }

    [Fact]
    public async Task Should_show_the_weeks_emergency_accesses()
    {
        foreach (var account in new[] { "demo-coordinator", "demo-data-protection-officer" })
        {
            var page = await _desks.AtAsync(account);
            await page.FollowAsync("Acessos");
            await page.HeadingAsync("Acessos de emergência desta semana");
            await page.ShouldBeAccessibleAsync();
        }
    }

    private static async Task CallSomebodyAsync(IPage agent, IPage reception, string desk, string queue)
    {
        await reception.GotoAsync("/reception");
        await reception.ChooseAsync("português");
        await reception.GetByRole(AriaRole.Button, new() { Name = queue }).ClickAsync();
        await reception.HeadingAsync("Senha");
        await agent.SitAsync(desk);
        await agent.PressAsync("Chamar o seguinte");
        await agent.PressAsync("Começar atendimento");
        await agent.SeeAsync("Em atendimento");
    }

    private static async Task<bool> IsStuckAsync(IPage page)
    {
        await page.GotoAsync("/operations");
        return await page.Locator($"a[href^='{Stuck}']").CountAsync() > 0;
    }

    private static async Task<bool> HasKeptAsync(IPage page, string service)
    {
        await page.PressAsync("Guardar uma prova agora");
        await page.GetByText("Prova guardada.").Or(page.GetByText("Ainda não há nada para guardar")).First.WaitForAsync();
        return await page.GetByRole(AriaRole.Rowheader, new() { Name = service }).IsVisibleAsync();
    }

    private static Task CheckAsync(IPage page, bool axe) => axe ? page.ShouldBeAccessibleAsync() : Task.CompletedTask;
}
