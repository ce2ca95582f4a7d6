using Microsoft.Playwright;

namespace Cnaim.Tour;

/// <summary>Debian's Chromium, started when it is first needed; <c>CNAIM_CHROMIUM</c> names another. No browser is downloaded.</summary>
/// <param name="isVisible">Whether somebody watches.</param>
/// <param name="pause">How long each action waits, so that it can be seen, in milliseconds.</param>
public class TourBrowser(bool isVisible = false, float pause = 0) : IAsyncDisposable
{
    // Root in a container cannot use Chromium's sandbox; nothing but loopback is opened.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    /// <summary>A browser's window with cookies of its own.</summary>
    /// <param name="options">What it begins with.</param>
    public virtual async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options) => await (await ChromiumAsync()).NewContextAsync(options);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_chromium?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
    }

    private async Task<IBrowser> ChromiumAsync()
    {
        _playwright ??= await Playwright.CreateAsync();
        return _chromium ??= await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CNAIM_CHROMIUM") ?? "/usr/bin/chromium",
            Headless = !isVisible,
            SlowMo = pause,
            Args = Flags,
        });
    }
}
