using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>Every component, and what a person reads, at 400 %, with wide text, in the reader's own colours, without motion and from the right.</summary>
public sealed class When_conditions_are_hard(PlatformFixture fixture, Browser browser)
{
    private const string Kit = "/ui-kit";
    private const string KitWithErrors = "/ui-kit/errors";
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Fact]
    public async Task Should_be_accessible_and_valid_in_both_languages_with_and_without_errors()
    {
        var html = new HtmlFaults();
        var page = await _desks.AtAsync("demo-mediator");
        html.Watch(page);
        foreach (var (title, other) in new[] { ("Componentes", "Components"), ("Components", "Componentes") })
        {
            foreach (var path in new[] { Kit, KitWithErrors })
            {
                await page.GotoAsync(path);
                await page.HeadingAsync(title);
                await page.ShouldBeAccessibleAsync();
            }

            await page.Locator(".cn-language button").ClickAsync();
            await page.HeadingAsync(other); // a page that is left while it loads is never read to its end
        }

        var (pages, faults) = await html.FindAsync(TestContext.Current.CancellationToken);
        pages.ShouldBeGreaterThanOrEqualTo(4);
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Kit)]
    [InlineData(KitWithErrors)]
    public async Task Should_lose_nothing_at_400_percent_and_with_wide_text(string path)
    {
        var page = await _desks.AtAsync("demo-mediator");
        await page.GotoAsync(path);
        await page.ShouldReflowAsync();
        await page.ShouldTakeWideTextAsync();
        await page.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task Should_show_states_and_focus_in_the_readers_own_colours_and_move_nothing()
    {
        var page = await _desks.AtAsync("demo-mediator");
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(Kit);

        (await page.EvaluateAsync<bool>("matchMedia('(forced-colors: active)').matches && matchMedia('(prefers-reduced-motion: reduce)').matches")).ShouldBeTrue();
        (await page.EvaluateAsync<string[]>(Conditions.WithoutBorder, Conditions.MarkedOff)).ShouldBeEmpty();
        foreach (var control in await page.Locator("#main-content :is(a, button, input, select, summary):visible").AllAsync())
        {
            await control.FocusAsync();
            (await control.EvaluateAsync<string>(Conditions.FocusOf)).ShouldBe("seen", await control.EvaluateAsync<string>("control => control.outerHTML"));
        }

        (await page.EvaluateAsync<string[]>(Conditions.Moving)).ShouldBeEmpty();
        await page.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task Should_read_from_the_right_on_the_slip_and_on_the_telephone()
    {
        var page = await _desks.AtAsync("demo-coordinator");
        await page.GotoAsync("/reception");
        await page.ChooseAsync("árabe");
        await page.GetByRole(AriaRole.Button, new() { Name = "Acolhimento e triagem" }).ClickAsync();
        await page.HeadingAsync("Senha");
        await page.ShouldMirrorAsync(".cn-slip", ".cn-slip__text[lang=ar]", ".cn-slip__text[lang=pt-PT]");
        await page.ShouldBeAccessibleAsync();

        var token = (await page.Context.CookiesAsync()).Single(cookie => cookie.Name is "cnaim-slip").Value;
        var telephone = await _desks.OpenAsync(width: 390, height: 844);
        await telephone.GotoAsync($"/t/{token}");
        await telephone.HeadingAsync("تذكرتكم");
        await telephone.SeeAsync("ترجمة غير مراجعة");
        var arabic = await telephone.StartsAsync(".cn-person", "h1, .cn-slip__number, .govuk-tag, .govuk-body-l, .govuk-details__summary, .cn-themes li:first-child", "rtl");
        await telephone.ShouldBeAccessibleAsync();
        await telephone.ShouldReflowAsync();
        await telephone.FollowAsync("English");
        await telephone.HeadingAsync("Your ticket");
        (await telephone.StartsAsync(".cn-person", "h1, .cn-slip__number, .govuk-tag, .govuk-body-l, .govuk-details__summary, .cn-themes li:first-child", "ltr")).ShouldBe(arabic, "what is left in English is right in Arabic");
    }

    [Fact]
    public async Task Should_read_from_the_right_on_phrase_cards_and_among_the_components()
    {
        var page = await _desks.AtAsync("demo-mediator");
        await page.GotoAsync("/phrases/ar");
        await page.ShouldMirrorAsync("#welcome-help", ".cn-card__text", ".cn-card__pt");
        await page.GotoAsync(Kit);
        (await page.Locator("#kit-rtl").EvaluateAsync<string>("part => getComputedStyle(part).direction")).ShouldBe("rtl");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    /// <summary>The check itself: it finds what we put in.</summary>
    [Theory]
    [InlineData("color-contrast", "<p style='color: #999'>pale</p>")]
    [InlineData("label", "<input type='text'>")]
    [InlineData("target-size", "<a href='/a' style='display: block; width: 12px; height: 12px; overflow: hidden'>a</a><a href='/b' style='display: block; width: 12px; height: 12px; overflow: hidden'>b</a>")]
    [InlineData("valid-lang", "<p lang='portuguese'>texto</p>")]
    public async Task Should_be_found_out(string fault, string html)
    {
        var page = await _desks.OpenAsync();
        await page.SetContentAsync($"<!DOCTYPE html><html lang='en'><head><title>Known faults</title></head><body><main><h1>Known faults</h1>{html}</main></body></html>");

        (await page.FaultsAsync()).ShouldStartWith(fault + ":");
    }
}
