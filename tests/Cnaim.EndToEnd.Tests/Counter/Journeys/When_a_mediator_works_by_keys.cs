using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter.Journeys;

/// <summary>M1 to M5, one after the other for one invented person; M6 is with its page.</summary>
public sealed partial class When_a_mediator_works_by_keys(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    /// <summary>At a municipality one officer does it all: L1.</summary>
    [Theory]
    [InlineData("demo-mediator")]
    [InlineData("demo-municipal-officer")]
    public async Task Should_register_screen_and_refer_a_person(string account)
    {
        var page = await _desks.AtAsync(account);
        CountedKeys.ShouldKeepTo("L1", await RegisterAsync(page, "Esteva Semfim"), await ScreenAsync(page), await ChooseAsync(page), await ConsentAsync(page));
    }

    /// <summary>M1: who comes again today, or from another desk, is known before they are called.</summary>
    [Fact]
    public async Task Should_open_the_record_with_the_call()
    {
        var page = await _desks.AtAsync("demo-mediator");
        var person = await page.RegisterAsync(PeopleSteps.NewName());
        var number = await IssueForAsync(person);
        await page.SitAsync("8");

        // Others may wait before; each is called in turn.
        for (var calls = 0; calls < 20 && !string.Equals(await page.Locator(".cn-result strong").First.InnerTextAsync(), number, StringComparison.Ordinal); calls++)
        {
            await page.PressAsync("Chamar o seguinte");
            await page.GotoAsync("/counter/8");
        }

        if (await page.GetByRole(AriaRole.Button, new() { Name = "Começar atendimento" }).CountAsync() > 0)
        {
            await page.PressAsync("Começar atendimento");
            await page.PressAsync("Terminar atendimento");
        }

        var keys = await CountedKeys.OnAsync(page);
        await keys.EnterAsync("Processo da pessoa");
        keys.ShouldKeepTo("M1");
        new Uri(page.Url).AbsolutePath.ShouldBe(person);
        await page.SeeAsync($"Chamou a senha {number}");
        await page.ShouldBeAccessibleAsync();
        await page.FollowAsync("Balcão");
        await page.PressAsync("Não compareceu");
        await page.LeaveAsync("8");
    }

    [Fact]
    public async Task Should_show_an_officer_the_answers()
    {
        var page = await _desks.AtAsync("demo-municipal-officer");
        await page.GotoAsync("/");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAddressAsync("/referrals");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync("**/referrals**");
        keys.ShouldKeepTo("L2");
    }

    [Fact]
    public async Task Should_find_a_person_by_number_and_by_name()
    {
        var page = await _desks.AtAsync("demo-mediator");
        await RegisterAsync(page, "Aroeira Semfim");
        var number = Number().Match(await page.Locator(".cn-identity").InnerTextAsync()).Value;

        await page.GotoAsync("/people/search");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TypeAsync(number);
        await keys.EnterAsync("Processo da pessoa");
        keys.ShouldKeepTo("M2 by number");

        await page.GotoAsync("/people/search");
        keys = await CountedKeys.OnAsync(page);
        await keys.TypeAsync("Aroeira Semfim");
        await keys.TabToAsync("Ano de nascimento");
        await keys.TypeAsync("1988");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Aroeira");
        await keys.TabToAsync("Aroeira");
        await keys.EnterAsync("Processo da pessoa");
        keys.ShouldKeepTo("M2 by name");
    }

    private async Task<string> IssueForAsync(string person)
    {
        var reception = await _desks.AtAsync("demo-coordinator");
        await reception.GotoAsync("/reception");
        await reception.ChooseAsync("português");
        await reception.GetByRole(AriaRole.Button, new() { Name = "Direitos e consumo" }).ClickAsync();
        await reception.HeadingAsync("Senha");
        using var api = new Api(fixture.Platform);
        var linked = await api.PutAsync(Api.Lisbon, $"/api/reception/v1/tickets/{new Uri(reception.Url).Segments[2].Trim('/')}/person", new JsonObject { ["personId"] = person.Split('/')[^1] });
        linked.Status.ShouldBe(HttpStatusCode.NoContent);
        return await reception.Locator(".cn-slip__number").InnerTextAsync();
    }

    private static async Task<CountedKeys> RegisterAsync(IPage page, string name)
    {
        await page.GotoAsync("/people/new");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Nomes próprios");
        await keys.TypeAsync(name.Split(' ')[0]);
        await keys.TabToAsync("Apelidos");
        await keys.TypeAsync(name.Split(' ')[1]);
        await keys.TabToAsync("Ano");
        await keys.TypeAsync("1988");
        await keys.TabToAsync("Nacionalidade");
        await keys.TypeAsync("Cabo");
        await keys.TabToAsync("Língua que prefere falar");
        await keys.TypeAsync("crioulo de Cabo");
        await keys.TabToAsync("Criar registo");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Registo criado.");
        keys.ShouldKeepTo("M3");
        return keys;
    }

    // Nineteen questions, one a page, in the order in which they come.
    private static async Task<CountedKeys> ScreenAsync(IPage page)
    {
        var person = page.Url;
        await page.PressAsync("Começar a triagem");
        await page.HeadingAsync("Triagem");
        var screening = new Uri(page.Url).AbsolutePath.Replace("/all", "", StringComparison.Ordinal);
        await page.GotoAsync(screening);
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAddressAsync(screening + "/");
        await keys.PressAsync("Enter");
        for (var asked = 0; asked < 19; asked++)
        {
            await keys.SettleAsync();
            var question = page.Url;
            await AnswerAsync(page, keys);
            await page.WaitForURLAsync(address => !string.Equals(address, question, StringComparison.Ordinal));
        }

        await keys.TabToAsync("Ver o resultado");
        await keys.EnterAsync("Resultado da triagem");
        keys.ShouldKeepTo("M4 first");
        await ReturnAsync(page, person);
        await page.GotoAsync(person);
        await page.PressAsync("Começar a triagem");
        await page.HeadingAsync("Triagem");
        await page.FollowAsync("Todas as perguntas numa página");
        await page.ChooseAsync("Passaporte válido");
        await page.PressAsync("Guardar e ver o resultado");
        await page.HeadingAsync("Resultado da triagem");
        return keys;
    }

    // The same person another day: each section is read aloud and confirmed; a result needs no more.
    private static async Task ReturnAsync(IPage page, string person)
    {
        await page.GotoAsync(person);
        await page.PressAsync("Começar a triagem");
        await page.HeadingAsync("Triagem");
        await page.ShouldBeAccessibleAsync();
        await page.ShouldReflowAsync();
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Confirmar sem alterações");
        var sections = 0;
        for (; await page.GetByRole(AriaRole.Button, new() { Name = "Confirmar sem alterações" }).CountAsync() is > 0 and var left; sections++)
        {
            await keys.PressAsync("Enter");
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Confirmar sem alterações" })).Not.ToHaveCountAsync(left);
            await keys.SettleAsync();
        }

        sections.ShouldBe(2); // what nineteen answers fill
        await keys.TabToAsync("Ver o resultado");
        await keys.EnterAsync("Resultado da triagem");
        keys.ShouldKeepTo("M4 returning");
    }

    private static async Task AnswerAsync(IPage page, CountedKeys keys)
    {
        await keys.PressAsync("Tab");
        switch (await page.EvaluateAsync<string>("() => document.activeElement.type ?? ''"))
        {
            case "radio" or "checkbox":
                await keys.PressAsync("Space");
                break;
            case "select-one":
                await keys.TypeAsync("crioulo");
                await keys.PressAsync("Tab");
                break;
            default:
                await keys.TypeAsync(page.Url.EndsWith("/municipality", StringComparison.Ordinal) ? "Amadora" : "2001");
                break;
        }

        await keys.PressAsync("Enter");
    }

    private static async Task<CountedKeys> ChooseAsync(IPage page)
    {
        await page.GotoAsync(page.Url);
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Finanças");
        await keys.PressAsync("Space");
        await keys.TabToAsync("Apoio social");
        await keys.PressAsync("Space");
        await keys.TabToAsync("Continuar para o consentimento");
        await keys.EnterAsync("Consentimento");
        return keys;
    }

    // M5 begins where the consent is read aloud: nothing is ticked for the person, so two offices and two categories are four of its six.
    private static async Task<CountedKeys> ConsentAsync(IPage page)
    {
        var keys = await CountedKeys.OnAsync(page);
        foreach (var agreed in new[] { "Lido em voz alta, com testemunha", "Finanças", "Apoio social", "Identidade", "Contactos" })
        {
            await keys.TabToAsync(agreed);
            await keys.PressAsync("Space");
        }

        await keys.PressAsync("Enter");
        await page.SeeAsync("Encaminhamento criado.");
        keys.ShouldKeepTo("M5");
        return keys;
    }

    [GeneratedRegex(@"[A-Z]-\d{4}-\d{6}-\d", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
