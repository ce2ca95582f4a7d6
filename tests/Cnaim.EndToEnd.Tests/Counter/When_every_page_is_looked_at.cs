using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>P01: each page at 400 %, with texts that are longer by two fifths, and in the reader's own colours; what a person reads also from the right.</summary>
public sealed class When_every_page_is_looked_at(LookedAt records) : IClassFixture<LookedAt>
{
    public static TheoryData<string, string> Pages => [.. EveryPage.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Should_lose_nothing(string who, string path)
    {
        var page = await records.OpenAsync(who, path);
        await page.EvaluateAsync(Conditions.Lengthen);
        (await page.EvaluateAsync<string[]>(Conditions.TooWide)).ShouldBeEmpty("at 320 pixels");
        (await page.FaultsAsync()).ShouldBeEmpty();
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });
        (await page.EvaluateAsync<string[]>(Conditions.WithoutBorder, Conditions.MarkedOff)).ShouldBeEmpty("in the reader's own colours");
        (await page.EvaluateAsync<string[]>(Conditions.Moving)).ShouldBeEmpty();
        (await page.FaultsAsync("color-contrast")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(EveryPage.Anybody, "/t/{token}")]
    [InlineData(EveryPage.Anybody, "/phrases/{lang}")]
    [InlineData(EveryPage.Coordinator, "/tickets/{ticket}/slip")]
    [InlineData(EveryPage.Mediator, "/people/{person}/my-process")]
    public async Task Should_read_from_the_right(string who, string path)
    {
        var page = await records.OpenAsync(who, path);
        var arabic = page.Locator("[lang=ar][dir=rtl]");
        (await arabic.CountAsync()).ShouldBeGreaterThan(0, "something is in the person's language");
        (await arabic.EvaluateAllAsync<string[]>("parts => parts.filter(part => getComputedStyle(part).direction !== 'rtl').map(part => part.outerHTML.slice(0, 120))")).ShouldBeEmpty();
        (await page.EvaluateAsync<string[]>(Conditions.TooWide)).ShouldBeEmpty("at 320 pixels");
        (await page.FaultsAsync()).ShouldBeEmpty();
        await page.PictureAsync("rtl" + path.Replace('/', '-').Replace("{", "").Replace("}", ""));
    }

    /// <summary>Persian and Urdu have no texts yet: Portuguese stands in their place, from the left, and says whom to ask.</summary>
    [Theory]
    [InlineData("persian")]
    [InlineData("urdu")]
    public async Task Should_be_in_Portuguese_where_there_is_no_text(string token)
    {
        var page = await records.OpenAsync(EveryPage.Anybody, $"/t/{{{token}}}");
        await page.SeeAsync("Peça ajuda a um mediador");
        (await page.Locator("main [dir=rtl]:not(a)").CountAsync()).ShouldBe(0);
        (await page.FaultsAsync()).ShouldBeEmpty();
        await page.PictureAsync(token);
    }

    /// <summary>A new page needs a row, or a test of its own that it names.</summary>
    [Fact]
    public void Should_leave_no_page_out()
    {
        var known = EveryPage.All.Select(page => EveryPage.Plain(page.Path)).Concat(EveryPage.Elsewhere.Keys).Concat(EveryPage.NeverRead).ToHashSet(StringComparer.Ordinal);
        var routes = EveryPage.Routes().ToList();

        routes.Count.ShouldBeGreaterThan(80);
        routes.Where(route => !known.Contains(route) && !EveryPage.All.Any(page => Covers(route, page.Path))).ShouldBeEmpty();
    }

    // A row may name what differs instead of leaving it to a record: /counter?change=true, /ui-kit/errors, …/withdraw.
    private static bool Covers(string route, string path)
    {
        var (parts, given) = (route.Split('/'), EveryPage.Plain(path).Split('/'));
        return (parts.Length == given.Length && parts.Zip(given).All(pair => pair.First is "{}" || string.Equals(pair.First, pair.Second, StringComparison.Ordinal)))
            || (parts is [.. var before, "{}"] && before.SequenceEqual(given, StringComparer.Ordinal));
    }
}
