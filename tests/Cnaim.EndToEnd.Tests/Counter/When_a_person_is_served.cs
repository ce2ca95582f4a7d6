using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>What a form says when something is missing, at each step of a visit, and what a page says of somebody who is hidden.</summary>
public sealed partial class When_a_person_is_served(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Fact]
    public async Task Should_say_what_is_missing_at_each_step()
    {
        var mediator = await _desks.AtAsync("demo-mediator");
        await RegisterAsync(mediator);
        await ScreenAsync(mediator);
        await ReferAsync(mediator);
        await CompleteAsync(await _desks.AtAsync("demo-tax"));
    }

    [Fact]
    public async Task Should_look_alike_when_hidden_and_when_missing()
    {
        var mediator = await _desks.AtAsync("demo-mediator");
        await RegisterAsync(mediator);
        var hidden = new Uri(mediator.Url).AbsolutePath;

        var stranger = await _desks.AtAsync("demo-borders");
        var answers = new List<(int Status, string Text)>();
        foreach (var path in new[] { hidden, "/people/" + new string('a', 26) })
        {
            var answer = await stranger.GotoAsync(path);
            answers.Add((answer!.Status, await answer.TextAsync()));
        }

        answers[0].Status.ShouldBe(404);
        answers[0].ShouldBe(answers[1] with { Text = answers[1].Text.Replace(new string('a', 26), hidden["/people/".Length..], StringComparison.Ordinal) });
        await stranger.ShouldBeAccessibleAsync();
    }

    private static async Task RegisterAsync(IPage page)
    {
        await page.FollowAsync("Pessoas");
        await page.EnterAsync("Nome ou número de processo", "Alecrim-do-norte Semfim");
        await page.PressAsync("Procurar");
        await page.HeadingAsync("Procurar pessoa");
        await page.PressAsync("Criar registo novo");
        await page.HeadingAsync("Registo novo");
        await page.PressAsync("Criar registo");
        await page.SeeAsync("Indique pelo menos um nome");
        await page.ShouldBeAccessibleAsync();
        await page.EnterAsync("Nomes próprios", "Alecrim-do-norte");
        await page.EnterAsync("Ano", "1990");
        await page.GetByLabel("Língua que prefere falar").SelectOptionAsync("kea");
        await page.PressAsync("Criar registo");
        await page.SeeAsync("Registo criado.");
        Record().IsMatch(new Uri(page.Url).AbsolutePath).ShouldBeTrue(page.Url);
    }

    private static async Task ScreenAsync(IPage page)
    {
        await page.PressAsync("Começar a triagem");
        await page.HeadingAsync("Triagem");
        await page.ChooseAsync("Passaporte válido");
        await page.PressAsync("Guardar e ver o resultado");
        await page.HeadingAsync("Resultado da triagem");
    }

    private static async Task ReferAsync(IPage page)
    {
        await page.ChooseAsync("Finanças");
        await page.PressAsync("Continuar para o consentimento");
        await page.HeadingAsync("Consentimento");
        await page.PressAsync("Registar consentimento e encaminhar");
        await page.SeeAsync("Selecione como a pessoa consentiu");
        await page.ShouldBeAccessibleAsync();
        await page.ChooseAsync("Finanças");
        await page.ChooseAsync("Identidade");
        await page.ChooseAsync("Contactos");
        await page.ChooseAsync("Assinatura em papel");
        await page.PressAsync("Registar consentimento e encaminhar");
        await page.SeeAsync("Encaminhamento criado.");
    }

    private static async Task CompleteAsync(IPage page)
    {
        await page.ReloadUntilAsync("/referrals?status=requested", "Pedir NIF");
        await page.FollowAsync("Pedir NIF");
        await page.PressAsync("Aceitar");
        await page.SeeAsync("Encaminhamento aceite.");
        await page.PressAsync("Concluir");
        await page.PressAsync("Concluir");
        await page.SeeAsync("Selecione o resultado");
        await page.ShouldBeAccessibleAsync();
        await page.ChooseAsync("Resolvido");
        await page.PressAsync("Concluir");
        await page.SeeAsync("O serviço que enviou foi avisado.");
    }

    [GeneratedRegex("^/people/[a-z2-7]{26}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Record();
}
