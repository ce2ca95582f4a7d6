using System.Net;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S17: a referral from the record, without a consent, while screening is silent, to whoever can take it, and onward.</summary>
public sealed class When_a_person_is_referred(PlatformFixture fixture, Browser browser) : IDisposable
{
    private readonly Desks _desks = new(fixture.Platform, browser);
    private readonly Api _api = new(fixture.Platform);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_go_out_from_the_record_and_only_once(bool scripts)
    {
        var person = await PersonAsync("tax");
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync($"/people/{person}");
        await page.PressAsync("Encaminhar");
        await page.HeadingAsync("Encaminhar");
        await page.ShouldBeUsableAsync(scripts);
        await page.ContinueAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Selecione o serviço e o pedido" }).WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.GetByLabel("Serviço e pedido").SelectOptionAsync(new SelectOptionValue { Label = "Finanças: Pedir NIF" });
        await page.ContinueAsync();
        await page.SeeAsync("Resposta em 2 dias úteis");
        (await page.GetByRole(AriaRole.Radio, new() { Name = "CNAIM Lisboa" }).IsCheckedAsync()).ShouldBeTrue("the own centre is the nearest");
        await page.SeeAsync("Ponto focal: ");
        (await page.GetByRole(AriaRole.Checkbox).CountAsync()).ShouldBe(2, "only what was agreed to is offered");
        await page.ShouldBeUsableAsync(scripts);

        await page.GetByLabel("Identidade").UncheckAsync();
        await page.GetByLabel("Contactos").UncheckAsync();
        await page.PressAsync("Enviar encaminhamento");
        await page.GetByRole(AriaRole.Link, new() { Name = "Selecione que dados podem ser enviados" }).WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.ChooseAsync("Identidade");
        await page.PressAsync("Enviar encaminhamento");
        await page.SeeAsync("Encaminhamento enviado.");
        await page.SeeAsync("Responder até");
        var sent = page.Url;

        await page.GotoAsync($"/people/{person}/referrals/new?request=tax.nif");
        await page.SeeAsync("Já existe um encaminhamento aberto para este pedido.");
        await page.PressAsync("Enviar encaminhamento");
        await page.GetByRole(AriaRole.Alert).GetByText("Já existe um encaminhamento aberto para este pedido.").WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.FollowAsync("Ver esse encaminhamento");
        await page.HeadingAsync("Pedir NIF");
        page.Url.ShouldBe(sent);
    }

    /// <summary>M13.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_ask_for_the_consent_that_is_missing_and_come_back(bool scripts)
    {
        var person = await _api.RegisterAsync(Api.Lisbon);
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync($"/people/{person}/referrals/new?request=health.user-number");
        await page.SeeAsync("Não conhecemos aqui um consentimento para: Saúde.");
        (await page.GetByLabel("Situação de residência").CountAsync()).ShouldBe(0, "it is never sent for this request");
        await page.PressAsync("Enviar encaminhamento");
        await page.SeeAsync("Não há consentimento para enviar Identidade, Contactos a Saúde.");
        await page.ShouldBeUsableAsync(scripts);

        await page.FollowAsync("Pedir consentimento");
        await page.HeadingAsync("Consentimento");
        await page.ChooseAsync("Saúde");
        await page.ChooseAsync("Identidade");
        await page.ChooseAsync("Contactos");
        await page.ChooseAsync("Assinatura em papel");
        await page.PressAsync("Registar consentimento");
        await page.HeadingAsync("Encaminhar");
        await page.PressAsync("Enviar encaminhamento");
        await page.SeeAsync("Encaminhamento enviado.");
    }

    /// <summary>M14.</summary>
    [Fact]
    public async Task Should_stay_a_draft_while_screening_is_silent_and_go_out_by_itself()
    {
        var person = await PersonAsync("health");
        var page = await _desks.AtAsync("demo-mediator");
        page.Context.SetDefaultTimeout(40_000);
        await page.GotoAsync($"/people/{person}/referrals/new?request=health.vaccination");
        var screening = fixture.Platform.Handle["screening"];
        screening.Pause();
        try
        {
            await page.PressAsync("Enviar encaminhamento");
            await page.SeeAsync("A triagem não está a responder. O pedido ficou guardado");
            await page.Locator("strong.govuk-tag").GetByText("Rascunho").WaitForAsync();
            await page.ShouldBeAccessibleAsync();
        }
        finally
        {
            screening.Resume();
        }

        (await Eventually.SeenAsync(() => IsRequestedAsync(page), seen => seen, seconds: 60)).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_be_open_to_whoever_of_the_area_takes_it()
    {
        var person = await PersonAsync("employment");
        var page = await _desks.AtAsync("demo-mediator");
        await page.GotoAsync($"/people/{person}/referrals/new?request=employment.cv");
        await page.ChooseAsync("Aberto a qualquer serviço da área");
        await page.PressAsync("Enviar encaminhamento");
        await page.SeeAsync("Encaminhamento criado.");
        await page.SeeAsync("Aberto a qualquer serviço da área");
        await page.ShouldBeAccessibleAsync();
    }

    /// <summary>A5.</summary>
    [Fact]
    public async Task Should_go_onward_within_eighteen_keys()
    {
        var (page, id) = await ReceivedAsync();
        await page.GotoAsync($"/referrals/{id}");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Enviar a outro serviço");
        await keys.EnterAsync("Enviar a outro serviço");
        await keys.TabToAsync("Serviço e pedido");
        await keys.TypeAsync("Emprego: Procurar");
        await keys.TabToAsync("Continuar");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Para onde");
        await keys.SettleAsync();
        await page.ShouldBeAccessibleAsync();
        await keys.TabToAsync("CNAIM Lisboa");
        await keys.PressAsync("Enter");

        await page.SeeAsync("Encaminhamento enviado.");
        keys.ShouldKeepTo("A5");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Procurar trabalho", Level = 1 }).WaitForAsync();
        await page.SeeAsync("Emprego, CNAIM Lisboa");
    }

    [Theory]
    [InlineData("demo-borders")]
    [InlineData("demo-administrator")]
    public async Task Should_not_be_there_for_those_who_do_not_know_the_person(string account)
    {
        var person = await _api.RegisterAsync(Api.Lisbon);
        var page = await _desks.AtAsync(account);
        (await page.GotoAsync($"/people/{person}/referrals/new"))!.Status.ShouldBe(404);
        (await page.GotoAsync($"/people/{person}/referrals/new?partOf={Guid.NewGuid()}"))!.Status.ShouldBe(404);
    }

    public void Dispose() => _api.Dispose();

    private async Task<string> PersonAsync(string office)
    {
        var person = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, person, office, "identity", "contact");
        return person;
    }

    // At the health office, of somebody who agreed to the employment office as well.
    private async Task<(IPage Page, string Id)> ReceivedAsync()
    {
        var person = await PersonAsync("health");
        await _api.ConsentAsync(Api.Lisbon, person, "employment", "identity", "contact");
        var id = (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(person))).ShouldBe(HttpStatusCode.Created).Id;
        await _api.ShouldReachAsync(Api.Agent("health"), id, "requested");
        return (await _desks.AtAsync("demo-health"), id);
    }

    private static async Task<bool> IsRequestedAsync(IPage page)
    {
        await page.ReloadAsync();
        return await page.Locator("strong.govuk-tag").GetByText("A aguardar resposta").IsVisibleAsync();
    }
}
