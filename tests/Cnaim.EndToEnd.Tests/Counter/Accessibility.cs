using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

internal static class Accessibility
{
    private const string Wcag22 = """
        async () => {
            const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
            return found.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(node => node.html).join(' | ')}`).join('\n');
        }
        """;

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

    /// <summary>The faults that a program can find, a line each that begins with its name. Run in the page itself: pages have no frames, and gathering the results of several in a page of its own takes most of the time.</summary>
    public static async Task<string> FaultsAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string>(Wcag22);
    }

    private static async Task KeepAsync(this IPage page, string folder)
    {
        var (size, name) = (page.ViewportSize!, Path.Combine(folder, $"{TimeProvider.System.GetUtcNow():HHmmss}{new Uri(page.Url).AbsolutePath.Replace('/', '-')}"));
        await page.ScreenshotAsync(new() { Path = name + ".png", FullPage = true });
        await page.SetViewportSizeAsync(390, 844);
        await page.ScreenshotAsync(new() { Path = name + "-390.png", FullPage = true });
        await page.SetViewportSizeAsync(size.Width, size.Height);
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
