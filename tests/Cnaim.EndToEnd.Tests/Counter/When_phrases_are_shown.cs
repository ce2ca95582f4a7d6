using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S23: cards to show across a counter, for everybody, with and without a network.</summary>
public sealed class When_phrases_are_shown(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Fact]
    public async Task Should_have_each_text_in_its_direction_and_say_that_nobody_reviewed_it()
    {
        var page = await _desks.OpenAsync();
        await page.GotoAsync("/phrases");
        await page.ShouldBeAccessibleAsync();
        await page.FollowAsync("العربية");

        await page.SeeAsync("Tradução por rever");
        var card = page.Locator("#welcome-help .cn-card__text");
        (await card.EvaluateAsync<string>("text => getComputedStyle(text).direction")).ShouldBe("rtl");
        (await card.GetAttributeAsync("lang")).ShouldBe("ar");
        (await page.Locator("#welcome-help .cn-card__pt").EvaluateAsync<string>("text => getComputedStyle(text).direction")).ShouldBe("ltr");
        await page.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task Should_guess_nothing_where_there_is_no_text()
    {
        var page = await _desks.OpenAsync();
        await page.GotoAsync("/phrases/kea");

        await page.SeeAsync("Peça ajuda a um mediador.");
        (await page.Locator(".cn-card__text").EvaluateAllAsync<string[]>("texts => texts.map(text => text.lang)")).ShouldAllBe(lang => lang == "pt-PT");
        await page.ShouldBeAccessibleAsync();
        (await page.GotoAsync("/phrases/zz"))!.Status.ShouldBe(404);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_enlarge_one_card(bool scripts)
    {
        var page = await _desks.OpenAsync(scripts);
        await page.GotoAsync("/phrases/fr");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vamos chamar uma ambulância." }).ClickAsync();

        (await page.Locator(".cn-card:visible").CountAsync()).ShouldBe(1);
        await page.Locator("#health-ambulance").GetByRole(AriaRole.Link, new() { Name = "Ver todas" }).ClickAsync();
        (await page.Locator(".cn-card:visible").CountAsync()).ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task Should_be_the_same_for_everybody_for_a_day_and_open_without_a_network()
    {
        var page = await _desks.AtAsync("demo-coordinator");
        var answer = await page.GotoAsync("/phrases/uk");
        (await answer!.HeaderValueAsync("cache-control")).ShouldBe("public, max-age=86400");
        (await answer.HeaderValueAsync("set-cookie")).ShouldBeNull();
        var text = await answer.TextAsync();
        using var stranger = new HttpClient { BaseAddress = fixture.Platform.Demo.Gateway };
        (await stranger.GetStringAsync("/phrases/uk", TestContext.Current.CancellationToken)).ShouldBe(text);

        await page.GotoAsync("/");
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/phrases/uk");

        await page.SeeAsync("Добрий день.");
        (await page.Locator("#welcome-help").EvaluateAsync<string>("card => getComputedStyle(card).display")).ShouldBe("flex"); // its style sheet is there too
    }

    /// <summary>R4: two interactions and six keys from the reception desk.</summary>
    [Fact]
    public async Task Should_open_from_the_reception_desk_within_six_keys()
    {
        var page = await _desks.AtAsync("demo-coordinator");
        await page.GotoAsync("/reception");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Frases na língua da pessoa");
        await keys.TypeAsync("ucr");
        await keys.TabToAsync("Abrir as frases");
        await keys.PressAsync("Enter");

        await page.SeeAsync("Добрий день.");
        keys.ShouldKeepTo("R4");
        new Uri(page.Url).PathAndQuery.ShouldBe("/phrases/uk");
    }
}
