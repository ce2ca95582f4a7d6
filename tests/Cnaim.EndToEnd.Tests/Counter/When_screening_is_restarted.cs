using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>P07: screening stops in the middle of an interview and comes back; what was answered is there, and the page that was open goes on.</summary>
public sealed class When_screening_is_restarted(PlatformFixture fixture, Browser browser)
{
    private const string Second = "Que línguas fala?";
    private static readonly SelectOptionValue Portuguese = new() { Label = "português" };
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_lose_no_answer_of_an_interview(bool scripts)
    {
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.RegisterAsync(PeopleSteps.NewName());
        await page.PressAsync("Começar a triagem");
        await page.FollowAsync("Uma pergunta por página");
        await page.HeadingAsync("Triagem");
        await page.PressAsync("Continuar a triagem");
        await page.ChooseAsync("Sim, a sós");
        await page.ContinueAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = Second }).WaitForAsync();
        var question = page.Url;

        var screening = fixture.Platform.Handle["screening"];
        await screening.StopAsync();
        try
        {
            await LanguageOf(page).SelectOptionAsync(Portuguese);
            await page.ContinueAsync();
            await page.SeeAsync("O serviço não está a responder. Nada se perdeu");
        }
        finally
        {
            await screening.StartAsync();
            await screening.WaitUntilReadyAsync(Api.Cancellation);
        }

        await page.GotoAsync(question);
        await page.GetByRole(AriaRole.Heading, new() { Name = Second }).WaitForAsync();
        await page.FollowAsync("Voltar");
        (await page.GetByLabel("Sim, a sós").IsCheckedAsync()).ShouldBeTrue();
        await page.ContinueAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = Second }).WaitForAsync();
        await LanguageOf(page).SelectOptionAsync(Portuguese);
        var given = await LanguageOf(page).InputValueAsync();
        await page.ContinueAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Em que línguas consegue ler?" }).WaitForAsync();
        await page.FollowAsync("Voltar");
        await page.GetByRole(AriaRole.Heading, new() { Name = Second }).WaitForAsync();
        (await LanguageOf(page).InputValueAsync()).ShouldBe(given);
        await page.CheckAsync(scripts);
    }

    private static ILocator LanguageOf(IPage page) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Combobox);
}
