using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>A page without a mouse. Each key is counted but the letters that are typed (counter-ui.md, section 2).</summary>
internal sealed class CountedKeys(IPage page)
{
    private const int TooFar = 60;
    private const string Focused = "() => { const at = document.activeElement; return (at.labels?.[0]?.innerText ?? at.innerText ?? '').trim(); }";

    public int Pressed { get; private set; }

    public async Task PressAsync(string key)
    {
        await page.Keyboard.PressAsync(key);
        Pressed++;
    }

    /// <summary>Past the header, by its skip link.</summary>
    public async Task SkipAsync()
    {
        await PressAsync("Tab");
        await PressAsync("Enter");
    }

    public Task TabToAsync(string name) => GoAsync("Tab", name);

    public Task BackToAsync(string name) => GoAsync("Shift+Tab", name);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    private async Task GoAsync(string key, string name)
    {
        for (var stops = 0; stops < TooFar; stops++)
        {
            await PressAsync(key);
            if ((await page.EvaluateAsync<string>(Focused)).StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new ShouldAssertException($"The keyboard does not come to '{name}' at {page.Url}");
    }
}
