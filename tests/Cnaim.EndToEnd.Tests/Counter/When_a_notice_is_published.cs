using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S30, O3: an administrator tells everybody something, at sign-in too, and ends it.</summary>
public sealed class When_a_notice_is_published(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_seen_on_all_pages_and_at_sign_in_until_it_is_ended(bool scripts)
    {
        var text = "Paragem às 20:00, ensaio " + (scripts ? "um" : "dois");
        var page = await _desks.AtAsync("demo-administrator", scripts);
        await page.FollowAsync("Operação");
        await page.PressAsync("Publicar aviso");
        await page.HeadingAsync("Publicar aviso");
        await CheckAsync(page, scripts);
        await page.EnterAsync("Aviso em português", text);
        await page.GetByLabel("Hora de fim").FillAsync("vinte");
        await page.PressAsync("Publicar");
        await page.GetByRole(AriaRole.Link, new() { Name = "Escreva o aviso em inglês" }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Indique um dia e uma hora que existam" }).WaitForAsync();
        await CheckAsync(page, scripts);
        await page.EnterAsync("Aviso em inglês", "Stop at 20:00, trial");
        await page.GetByLabel("Hora de fim").FillAsync("23:59");
        await page.PressAsync("Publicar");
        await page.SeeAsync("Aviso publicado.");
        await CheckAsync(page, scripts);

        var mediator = await _desks.AtAsync("demo-mediator", scripts);
        await mediator.GetByRole(AriaRole.Region, new() { Name = "Aviso" }).GetByText(text).WaitForAsync();
        await CheckAsync(mediator, scripts);
        var stranger = await _desks.OpenAsync(scripts);
        await stranger.GotoAsync("/account/sign-in");
        await stranger.GetByRole(AriaRole.Region, new() { Name = "Aviso" }).GetByText(text).WaitForAsync();
        await CheckAsync(stranger, scripts);
        await stranger.GotoAsync("/directory");
        (await stranger.GetByText(text).CountAsync()).ShouldBe(0, "it is for those who work here");

        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = text }).GetByRole(AriaRole.Link).ClickAsync();
        await page.HeadingAsync("Terminar aviso");
        await CheckAsync(page, scripts);
        await page.PressAsync("Terminar aviso");
        await page.SeeAsync("Aviso terminado.");
        (await page.GetByText(text).CountAsync()).ShouldBe(0);
    }

    /// <summary>O3.</summary>
    [Fact]
    public async Task Should_take_fourteen_keys()
    {
        var page = await _desks.AtAsync("demo-administrator");
        await page.GotoAsync("/operations");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Publicar aviso");
        await keys.EnterAsync("Publicar aviso");
        await keys.TabToAsync("Aviso em português");
        await keys.TypeAsync("Ensaio por teclas");
        await keys.TabToAsync("Aviso em inglês");
        await keys.TypeAsync("Trial by keys");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Aviso publicado.");
        keys.ShouldKeepTo("O3");

        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Ensaio por teclas" }).GetByRole(AriaRole.Link).ClickAsync();
        await page.PressAsync("Terminar aviso");
        await page.SeeAsync("Aviso terminado.");
    }

    [Theory]
    [InlineData("demo-mediator")]
    [InlineData("demo-coordinator")]
    public async Task Should_be_nobody_elses(string account)
    {
        var page = await _desks.AtAsync(account);
        (await page.GotoAsync("/operations/notices/new"))!.Status.ShouldBe(404);
        (await page.GotoAsync($"/operations/notices/{Guid.NewGuid()}"))!.Status.ShouldBe(404);
    }

    private static async Task CheckAsync(IPage page, bool scripts)
    {
        if (scripts)
        {
            await page.ShouldBeAccessibleAsync();
            await page.ShouldReflowAsync();
        }
    }
}
