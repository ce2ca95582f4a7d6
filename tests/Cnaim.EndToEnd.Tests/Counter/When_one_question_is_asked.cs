using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S14 and S15: sections, one question a page, the answers to check, and two tabs at the same question.</summary>
public sealed class When_one_question_is_asked(PlatformFixture fixture, Browser browser)
{
    private const string First = "Podemos falar a sós";
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_lead_from_question_to_question_and_back_to_any_answer(bool scripts)
    {
        var page = await BegunAsync(scripts);
        await page.ShouldBeUsableAsync(scripts);
        await page.GetByText("Por começar").First.WaitForAsync();
        await page.PressAsync("Continuar a triagem");
        await page.GetByRole(AriaRole.Heading, new() { Name = First }).WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.ContinueAsync();
        await page.Locator(".govuk-form-group--error .govuk-error-message").GetByText("Escolha ou escreva uma resposta").WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.ChooseAsync("Sim, a sós");
        await page.ContinueAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Que línguas fala?" }).WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.FollowAsync("Saltar por agora");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Em que línguas consegue ler?" }).WaitForAsync();
        await page.FollowAsync("Sair e continuar depois");
        await page.GoBackAsync();
        await page.FollowAsync("Voltar");
        await page.FollowAsync("Voltar");
        (await page.GetByLabel("Sim, a sós").IsCheckedAsync()).ShouldBeTrue();
        await page.FollowAsync("Voltar");
        await page.SeeAsync("Em curso");

        await page.FollowAsync("Rever as respostas");
        await page.SeeAsync("Sim, a sós");
        await page.ShouldBeUsableAsync(scripts);
        await page.FollowAsync("Alterar " + First);
        await page.ChooseAsync("Agora não é possível");
        await page.ContinueAsync();
        await page.HeadingAsync("Rever as respostas");
        await page.SeeAsync("Agora não é possível");
        await page.PressAsync("Ver o resultado");
        await page.HeadingAsync("Resultado da triagem");
    }

    [Fact]
    public async Task Should_show_both_answers_when_two_tabs_give_one()
    {
        var one = await BegunAsync(scripts: true);
        await one.PressAsync("Continuar a triagem");
        var other = await one.Context.NewPageAsync();
        await other.GotoAsync(one.Url);
        await other.ChooseAsync("Sim, a sós");
        await other.ContinueAsync();
        await other.GetByRole(AriaRole.Heading, new() { Name = "Que línguas fala?" }).WaitForAsync();

        await one.ChooseAsync("Agora não é possível");
        await one.ContinueAsync();
        await one.SeeAsync("Outra pessoa respondeu a esta pergunta");
        await one.GetByRole(AriaRole.Definition).GetByText("Sim, a sós").WaitForAsync();
        (await one.GetByLabel("Agora não é possível").IsCheckedAsync()).ShouldBeTrue();
        await one.ShouldBeAccessibleAsync();
        await other.ReloadAsync();
        await other.FollowAsync("Voltar");
        (await other.GetByLabel("Sim, a sós").IsCheckedAsync()).ShouldBeTrue(); // nothing was written over

        await one.ContinueAsync();
        await one.GetByRole(AriaRole.Heading, new() { Name = "Que línguas fala?" }).WaitForAsync();
        await other.ReloadAsync();
        (await other.GetByLabel("Agora não é possível").IsCheckedAsync()).ShouldBeTrue();
    }

    private async Task<IPage> BegunAsync(bool scripts)
    {
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync("/people/new");
        await page.EnterAsync("Nomes próprios", "Funcho Perguntado");
        await page.PressAsync("Criar registo");
        await page.SeeAsync("Registo criado.");
        await page.PressAsync("Começar a triagem");
        await page.FollowAsync("Uma pergunta por página");
        await page.HeadingAsync("Triagem");
        return page;
    }
}
