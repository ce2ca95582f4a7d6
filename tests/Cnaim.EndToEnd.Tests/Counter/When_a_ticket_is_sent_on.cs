using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S07: a ticket goes to another queue or desk, one is called out of its turn, and a second desk is opened in place of the first.</summary>
public sealed class When_a_ticket_is_sent_on(PlatformFixture fixture, Browser browser)
{
    private const string Queue = "Finanças e registos";
    private const string Desk = "7";
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_call_out_of_order_with_a_reason_and_transfer_to_a_queue_or_a_desk(bool scripts)
    {
        var reception = await _desks.AtAsync("demo-coordinator", scripts);
        await IssueAsync(reception);
        var late = await IssueAsync(reception);
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.SitAsync(Desk);

        await page.FollowAsync("Chamar fora da ordem " + late);
        await page.HeadingAsync("Chamar fora da ordem");
        await page.CheckAsync(scripts);
        await page.PressAsync("Chamar fora da ordem");
        await page.Locator(".govuk-error-summary").GetByText("Selecione o motivo").WaitForAsync();
        await page.CheckAsync(scripts);
        await page.ChooseAsync("Motivo de saúde");
        await page.PressAsync("Chamar fora da ordem");
        await ShouldServeAsync(page, late);
        await page.CheckAsync(scripts);

        await page.PressAsync("Começar atendimento");
        await page.FollowAsync("Transferir");
        await page.HeadingAsync("Transferir a senha");
        await page.CheckAsync(scripts);
        await page.PressAsync("Transferir");
        await page.Locator(".govuk-error-summary").GetByText("Selecione uma fila ou um colega").WaitForAsync();
        await page.CheckAsync(scripts);
        await page.EnterAsync("Ou para um balcão", "99");
        await page.PressAsync("Transferir");
        await page.Locator(".govuk-error-summary").GetByText("Não há outro balcão com este número neste centro").WaitForAsync();
        await page.EnterAsync("Ou para um balcão", "6");
        await page.PressAsync("Transferir");
        await page.SeeAsync("Senha transferida. O número é o mesmo.");
        (await page.GetByText(late).CountAsync()).ShouldBe(0, "it waits for the other desk");

        await page.PressAsync("Chamar o seguinte");
        await page.FollowAsync("Transferir");
        await page.GetByLabel("Para uma fila").SelectOptionAsync(new SelectOptionValue { Label = "Habitação e língua portuguesa" });
        await page.PressAsync("Transferir");
        await page.SeeAsync("Senha transferida. O número é o mesmo.");

        await page.SitAsync("6"); // the one of before is closed for it
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = late }).First.WaitForAsync();
        while (!string.Equals(await CalledAsync(page), late, StringComparison.Ordinal))
        {
        }

        await page.LeaveAsync("6");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_go_to_a_colleague_by_name_wherever_they_sit(bool scripts)
    {
        var colleague = await _desks.AtAsync("demo-coordinator", scripts);
        await IssueAsync(colleague);
        await colleague.SitAsync("6");
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.SitAsync(Desk);
        var number = await CalledAsync(page);
        await page.FollowAsync("Transferir");
        var names = page.GetByLabel("Ou para um colega");
        (await names.GetByRole(AriaRole.Option).AllInnerTextsAsync()).ShouldNotContain(name => name.Contains("demo-mediator", StringComparison.Ordinal), "who has the ticket is no colleague");
        await page.CheckAsync(scripts);
        await names.SelectOptionAsync(new SelectOptionValue { Label = "demo-coordinator – balcão 6" });
        await page.EnterAsync("Ou para um balcão", "6");
        await page.PressAsync("Transferir");
        await page.Locator(".govuk-error-summary").GetByText("só um dos três").WaitForAsync();
        await page.EnterAsync("Ou para um balcão", "");
        await page.PressAsync("Transferir");
        await page.SeeAsync("Senha transferida. O número é o mesmo.");

        await colleague.GotoAsync("/counter/6");
        await colleague.GetByRole(AriaRole.Listitem).Filter(new() { HasText = number }).First.WaitForAsync();
        await page.GotoAsync("/counter/" + Desk);
        await page.LeaveAsync(Desk);
        await colleague.LeaveAsync("6");
    }

    [Fact]
    public async Task Should_say_that_somebody_else_has_called_the_ticket()
    {
        var page = await _desks.AtAsync("demo-mediator");
        await page.SitAsync(Desk);
        await page.GotoAsync($"/counter/{Desk}/call/{Guid.CreateVersion7()}");
        await page.SeeAsync("Esta senha já não está à espera.");
        await page.ShouldBeAccessibleAsync();
        await page.LeaveAsync(Desk);
    }

    private static async Task<string> IssueAsync(IPage page)
    {
        await page.GotoAsync("/reception");
        await page.ChooseAsync("português");
        await page.GetByRole(AriaRole.Button, new() { Name = Queue }).ClickAsync();
        await page.HeadingAsync("Senha");
        return await page.Locator(".cn-slip__number").InnerTextAsync();
    }

    private static async Task ShouldServeAsync(IPage page, string number) => await Assertions.Expect(page.Locator(".cn-current__number")).ToHaveTextAsync(number);

    // Others may wait before; each is called in turn, and at the end nobody is: then there is no number.
    private static async Task<string> CalledAsync(IPage page)
    {
        await page.PressAsync("Chamar o seguinte");
        return await page.Locator(".cn-current__number").InnerTextAsync();
    }
}
