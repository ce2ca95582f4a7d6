using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

internal static class Accessibility
{
    private const string Run = """
        async rules => {
            const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
            return found.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(node => node.html).join(' | ')}`).join('\n');
        }
        """;

    private static readonly string[] Wcag22 = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>No accessibility fault that a program can find. <c>CNAIM_SHOTS</c> names a folder that keeps a picture of each page, wide and as on a telephone, for people to look at.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        if (Environment.GetEnvironmentVariable("CNAIM_SHOTS") is { Length: > 0 } folder)
        {
            await page.KeepAsync(folder);
        }

        (await page.FaultsAsync()).ShouldBeEmpty(page.Url);
    }

    /// <summary>The faults that a program can find, a line each that begins with its name.</summary>
    public static Task<string> FaultsAsync(this IPage page) => page.FaultsAsync(new { type = "tag", values = Wcag22 });

    /// <summary>The same for one rule.</summary>
    public static Task<string> FaultsAsync(this IPage page, string rule) => page.FaultsAsync(new { type = "rule", values = (string[])[rule] });

    // Run in the page itself: pages have no frames, and gathering the results of several in a page of its own takes most of the time.
    private static async Task<string> FaultsAsync(this IPage page, object rules)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string>(Run, rules);
    }

    /// <summary>Keeps what a desk's screen and a telephone show of a page, under a name of its own; for <c>docs/screens</c>.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CNAIM_SHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        var before = page.ViewportSize!;
        foreach (var (width, height, end) in new[] { (1366, 768, ""), (390, 844, "-390") })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}{end}.png") });
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    private static async Task KeepAsync(this IPage page, string folder)
    {
        var (size, name) = (page.ViewportSize!, Path.Combine(folder, $"{TimeProvider.System.GetUtcNow():HHmmss}{new Uri(page.Url).AbsolutePath.Replace('/', '-')}"));
        await page.ScreenshotAsync(new() { Path = name + ".png", FullPage = true });
        await page.SetViewportSizeAsync(390, 844);
        await page.ScreenshotAsync(new() { Path = name + "-390.png", FullPage = true });
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    /// <summary>Accessible and not to be scrolled sideways; with scripts alone, for without them the page is the same.</summary>
    public static async Task ShouldBeUsableAsync(this IPage page, bool scripts)
    {
        if (scripts)
        {
            await page.ShouldBeAccessibleAsync();
            await page.ShouldReflowAsync();
        }
    }

    /// <summary>At 400 % of 1280 by 1024 nothing has to be scrolled sideways but labelled tables.</summary>
    public static async Task ShouldReflowAsync(this IPage page)
    {
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, 256);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, page.Url);
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
