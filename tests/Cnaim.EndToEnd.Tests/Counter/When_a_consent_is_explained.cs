using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S16: what is read to the person, through whom, who may agree, and a no that is kept.</summary>
public sealed class When_a_consent_is_explained(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_in_the_language_of_the_person_and_name_who_interpreted(bool scripts)
    {
        var person = await PersonAsync(new JsonObject { ["languages"] = new JsonArray("ara") });
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync($"/people/{person}/consents/new");
        await page.SeeAsync("Tradução por rever");
        (await page.Locator(".cn-sheet [lang=ar]").First.EvaluateAsync<string>("text => getComputedStyle(text).direction")).ShouldBe("rtl");
        await AgreeAsync(page);
        await page.PressAsync("Registar consentimento");
        await page.SeeAsync("Escreva quem interpretou: este texto ainda não foi revisto");
        await page.CheckAsync(scripts);

        await page.PressAsync("Ver o que será enviado");
        await page.SeeAsync("O que cada serviço vai ver");
        await page.CheckAsync(scripts);
        await page.EnterAsync("Quem interpretou", "M-017");
        await page.PressAsync("Registar consentimento");
        await page.SeeAsync("Consentimento registado.");
        await page.GotoAsync($"/people/{person}/consents");
        await page.FollowAsync("Saúde");
        await page.SeeAsync("M-017");
        await page.FollowAsync("Imprimir uma cópia");
        await page.SeeAsync("Assinatura ou marca");
        (await page.Locator("[lang=ar]").CountAsync()).ShouldBeGreaterThan(5);
        await page.CheckAsync(scripts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_change_the_language_of_the_text_and_need_no_interpreter_in_portuguese(bool scripts)
    {
        var person = await PersonAsync([]);
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync($"/people/{person}/consents/new");
        (await page.GetByLabel("Quem interpretou").CountAsync()).ShouldBe(0);
        await page.GetByLabel("Língua em que foi explicado").SelectOptionAsync("fra");
        await page.PressAsync("Mostrar o texto nesta língua");
        await page.SeeAsync("Vous pouvez dire non.");
        (await page.GetByLabel("Quem interpretou").CountAsync()).ShouldBe(1);
        await page.CheckAsync(scripts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_keep_a_no_and_send_nothing(bool scripts)
    {
        using var api = new Api(fixture.Platform);
        var person = await PersonAsync([]);
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync($"/people/{person}/consents/new");
        await page.PressAsync("A pessoa não consente");
        await page.SeeAsync("Selecione quem recebe os dados");
        await page.ChooseAsync("Saúde");
        await page.PressAsync("A pessoa não consente");
        await page.SeeAsync("Ficou registado que a pessoa não consente.");
        await page.GotoAsync($"/people/{person}/consents");
        await page.SeeAsync("recusado");
        await page.CheckAsync(scripts);
        (await api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(person))).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_ask_who_agrees_for_a_child(bool scripts)
    {
        var person = await PersonAsync(new JsonObject { ["birth"] = (DateTime.UtcNow.Year - 9).ToString(CultureInfo.InvariantCulture) });
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync($"/people/{person}/consents/new");
        await AgreeAsync(page);
        await page.PressAsync("Registar consentimento");
        await page.SeeAsync("Selecione quem consente pela pessoa");
        await page.CheckAsync(scripts);
        await page.ChooseAsync("mãe ou pai");
        await page.PressAsync("Registar consentimento");
        await page.GotoAsync($"/people/{person}/consents");
        await page.FollowAsync("Saúde");
        await page.SeeAsync("mãe ou pai");
    }

    /// <summary>A request that is served whatever the status never asks for it.</summary>
    [Fact]
    public async Task Should_not_offer_the_residence_status_where_no_request_needs_it()
    {
        using var api = new Api(fixture.Platform);
        var person = await PersonAsync([]);
        var interview = await api.InterviewAsync(Api.Lisbon, person);
        (await api.PutAsync(Api.Lisbon, $"{ApiSteps.Interviews}/{interview}/answers", new JsonObject { ["residence-status"] = "undocumented", ["documents-held"] = new JsonArray("passport-valid") })).ShouldBe(HttpStatusCode.OK);
        var page = await _desks.AtAsync("demo-mediator");
        await page.GotoAsync($"/people/{person}/consents/new?Screening={interview}&Office=legal-support");
        await page.SeeAsync("Apoio jurídico");
        (await page.GetByLabel("Situação de residência").CountAsync()).ShouldBe(0);
        await page.GotoAsync($"/people/{person}/consents/new?Screening={interview}&Office=tax");
        await page.SeeAsync("Finanças");
        (await page.GetByLabel("Situação de residência").CountAsync()).ShouldBe(1);
    }

    private async Task<string> PersonAsync(JsonObject more)
    {
        using var api = new Api(fixture.Platform);
        more["givenNames"] = PeopleSteps.NewName();
        return (await api.PostAsync(Api.Lisbon, ApiSteps.People, more)).ShouldBe(HttpStatusCode.Created).Id;
    }

    private static async Task AgreeAsync(IPage page)
    {
        foreach (var agreed in new[] { "Assinatura em papel", "Saúde", "Identidade" })
        {
            await page.ChooseAsync(agreed);
        }
    }
}
