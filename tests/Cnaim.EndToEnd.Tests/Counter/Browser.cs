using Cnaim.EndToEnd.Tests.Counter;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>One browser for all tests; what a test opened is closed when the next one opens something, for open windows add up to gigabytes.</summary>
public sealed class Browser() : TourBrowser(isVisible: false, pause: 0)
{
    private readonly List<IBrowserContext> _open = [];
    private string? _test;

    /// <inheritdoc/>
    public override async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        var test = TestContext.Current.Test?.UniqueID;
        if (!string.Equals(test, _test, StringComparison.Ordinal))
        {
            foreach (var context in _open)
            {
                await context.CloseAsync();
            }

            _open.Clear();
            _test = test;
        }

        var opened = await base.NewContextAsync(options);
        _open.Add(opened);
        return opened;
    }
}
