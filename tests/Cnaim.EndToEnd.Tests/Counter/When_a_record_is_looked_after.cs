using System.Net;
using System.Text.Json.Nodes;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S13: data are corrected, a record is protected, and opened in an emergency.</summary>
public sealed class When_a_record_is_looked_after(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_corrected_and_show_both_versions_when_somebody_was_faster(bool scripts)
    {
        var page = await _desks.AtAsync("demo-mediator", scripts);
        var path = await page.RegisterAsync(PeopleSteps.NewName());
        var second = await page.Context.NewPageAsync();
        await page.FollowAsync("Corrigir dados");
        await second.GotoAsync(path + "/edit");
        await page.CheckAsync(scripts);
        await page.EnterAsync("Nomes próprios", "");
        await page.PressAsync("Guardar");
        await page.SeeAsync("Indique pelo menos um nome");
        await page.CheckAsync(scripts);
        await page.EnterAsync("Nomes próprios", "Alecrim do Norte");
        await page.ChooseAsync("Data aproximada");
        await page.GetByLabel("Outra língua (opcional)").SelectOptionAsync("ara");
        await page.PressAsync("Guardar");
        await page.SeeAsync("Dados corrigidos.");
        await page.SeeAsync("por volta de 1990");

        await second.EnterAsync("Nomes próprios", "Alecrim do Sul");
        await second.PressAsync("Guardar");
        await second.SeeAsync("Alguém alterou este registo entretanto.");
        (await second.GetByRole(AriaRole.Row, new() { Name = "Nomes próprios" }).InnerTextAsync())
            .ShouldSatisfyAllConditions(row => row.ShouldContain("Alecrim do Sul"), row => row.ShouldContain("Alecrim do Norte"));
        await second.CheckAsync(scripts);
        await second.PressAsync("Guardar a minha versão");
        await second.SeeAsync("Dados corrigidos.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_for_who_protected_it_until_that_is_lifted(bool scripts)
    {
        var (page, colleague) = (await _desks.AtAsync("demo-mediator", scripts), await _desks.AtAsync("demo-coordinator", scripts));
        var path = await page.RegisterAsync(PeopleSteps.NewName());
        await page.FollowAsync("Proteger o registo");
        await page.CheckAsync(scripts);
        await page.PressAsync("Proteger o registo");
        await page.SeeAsync("Registo protegido.");
        await page.SeeAsync("Protegido");
        await page.CheckAsync(scripts);
        foreach (var rest in new[] { "", "/edit", "/protect", "/notices", "/matches", "/consents" })
        {
            await colleague.ShouldBeHiddenLikeMissingAsync(path + rest, "/people/" + new string('a', 26) + rest);
        }

        await page.FollowAsync("Levantar a proteção");
        await page.PressAsync("Levantar a proteção");
        await page.SeeAsync("A proteção foi levantada.");
        (await colleague.GotoAsync(path))!.Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_opened_for_an_hour_and_looked_at_by_a_second_person(bool scripts)
    {
        using var api = new Api(fixture.Platform);
        var person = (await api.PostAsync(Api.Lisbon, ApiSteps.People, new JsonObject { ["givenNames"] = PeopleSteps.NewName() })).ShouldBe(HttpStatusCode.Created);
        var page = await _desks.AtAsync("demo-health", scripts);
        var note = "Encontrada sem sentidos " + PeopleSteps.NewName();
        await page.GotoAsync("/emergency-access");
        await page.HeadingAsync("Acesso de emergência");
        await page.PressAsync("Abrir em emergência");
        await page.CheckAsync(scripts);
        await page.PressAsync("Abrir o registo por 60 minutos");
        await page.SeeAsync("Indique o número de processo");
        await page.SeeAsync("Selecione o motivo");
        await page.CheckAsync(scripts);
        await page.EnterAsync("Número de processo", "L-2026-999999-9");
        await page.ChooseAsync("Perigo de vida");
        await page.EnterAsync("O que aconteceu", note);
        await page.PressAsync("Abrir o registo por 60 minutos");
        await page.SeeAsync("Não há processo com este número.");
        await page.EnterAsync("Número de processo", person.Json["processNumber"]!.ToString());
        await page.PressAsync("Abrir o registo por 60 minutos");
        await page.SeeAsync("Registo aberto por 60 minutos.");
        await page.CheckAsync(scripts);
        var record = new Uri(page.Url).AbsolutePath;
        (await page.GotoAsync(record + "/confirm"))!.Status.ShouldBe(200);
        (await page.GetByRole(AriaRole.Button, new() { Name = "Guardar a decisão" }).CountAsync()).ShouldBe(0, "nobody confirms what they opened");
        await page.CheckAsync(scripts);

        await (await _desks.AtAsync("demo-tax", scripts)).ShouldBeHiddenLikeMissingAsync(record, $"/emergency-access/{Guid.CreateVersion7()}");
        await (await _desks.AtAsync("demo-tax", scripts)).ShouldBeHiddenLikeMissingAsync(record + "/confirm", $"/emergency-access/{Guid.CreateVersion7()}/confirm");
        await TellAsync(person.Id, scripts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_confirmed_by_a_colleague(bool scripts)
    {
        var (mediator, coordinator) = (await _desks.AtAsync("demo-mediator", scripts), await _desks.AtAsync("demo-coordinator", scripts));
        var note = PeopleSteps.NewName();
        await mediator.RegisterAsync(PeopleSteps.NewName());
        await mediator.FollowAsync("Abrir em emergência");
        await mediator.CheckAsync(scripts);
        await mediator.ChooseAsync("Violência");
        await mediator.EnterAsync("O que aconteceu", note);
        await mediator.PressAsync("Abrir o registo por 60 minutos");
        await mediator.SeeAsync("Registo aberto por 60 minutos.");
        var record = new Uri(mediator.Url).AbsolutePath;

        await coordinator.GotoAsync("/emergency-access");
        await coordinator.CheckAsync(scripts);
        await coordinator.Locator($"a[href='{record}/confirm']").ClickAsync();
        await coordinator.SeeAsync(note);
        await coordinator.PressAsync("Guardar a decisão");
        await coordinator.SeeAsync("Selecione se foi justificado");
        await coordinator.CheckAsync(scripts);
        await coordinator.ChooseAsync("Não justificado");
        await coordinator.PressAsync("Guardar a decisão");
        await coordinator.SeeAsync("O acesso terminou.");
        (await mediator.GotoAsync(record))!.Status.ShouldBe(404, "a no ends it at once");
    }

    [Theory]
    [InlineData("demo-borders")]
    [InlineData("demo-administrator")]
    public async Task Should_never_be_opened_by_those_who_may_not(string account)
    {
        var page = await _desks.AtAsync(account);
        foreach (var path in new[] { "/emergency-access", "/emergency-access/new" })
        {
            (await page.GotoAsync(path))!.Status.ShouldBe(404, account + path);
        }
    }

    private async Task TellAsync(string person, bool scripts)
    {
        var mediator = await _desks.AtAsync("demo-mediator", scripts);
        await mediator.GotoAsync($"/people/{person}");
        await mediator.SeeAsync("Há algo para dizer a esta pessoa");
        await mediator.FollowAsync("O que dizer à pessoa");
        await mediator.SeeAsync("Diga-o só quando a pessoa estiver sozinha e em segurança.");
        await mediator.CheckAsync(scripts);
        await mediator.PressAsync("A pessoa foi avisada");
        await mediator.SeeAsync("Ficou registado que a pessoa foi avisada.");
        await mediator.CheckAsync(scripts);
    }
}
