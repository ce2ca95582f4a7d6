using Microsoft.Playwright;

namespace Cnaim.Tour;

/// <summary>What is done at every page: by roles and labels, so that what this cannot find, a screen reader cannot either.</summary>
public static class PageSteps
{
    /// <summary>Presses the button that goes on.</summary>
    public static Task ContinueAsync(this IPage page) => page.PressAsync("Continuar");

    /// <summary>Presses a button, or a link that looks like one.</summary>
    public static Task PressAsync(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>Follows a link.</summary>
    public static Task FollowAsync(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();

    /// <summary>Fills in a field.</summary>
    public static Task EnterAsync(this IPage page, string label, string text) => page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>Ticks a box or a radio.</summary>
    public static Task ChooseAsync(this IPage page, string label) => page.GetByLabel(label, new() { Exact = true }).First.CheckAsync();

    /// <summary>Waits for the page of this heading.</summary>
    public static Task HeadingAsync(this IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 }).WaitForAsync();

    /// <summary>Waits for words.</summary>
    public static Task SeeAsync(this IPage page, string text) => page.GetByText(text).First.WaitForAsync();

    /// <summary>Opens a list until something is in it: between two offices lies a broker.</summary>
    /// <exception cref="TimeoutException">It was not there after ten seconds.</exception>
    public static async Task ReloadUntilAsync(this IPage page, string path, string text)
    {
        for (var tries = 0; tries < 40; tries++)
        {
            await page.GotoAsync(path);
            if (await page.GetByRole(AriaRole.Link, new() { Name = text }).CountAsync() > 0)
            {
                return;
            }

            await Task.Delay(250);
        }

        throw new TimeoutException($"'{text}' never appeared at {path}");
    }
}
