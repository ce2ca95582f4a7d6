using System.Collections.Concurrent;
using Cnaim.Launcher;
using Cnaim.Servers;
using Microsoft.Playwright;

namespace Cnaim.Tour;

/// <summary>Browsers at which demo accounts work. An account signs in once: its code is good once, and so is the patience of who waits.</summary>
/// <param name="browser">The browser.</param>
/// <param name="gateway">The platform.</param>
/// <param name="secrets">The platform's secrets.</param>
public class StaffDesks(TourBrowser browser, Uri gateway, SecretStore secrets)
{
    private static readonly ConcurrentDictionary<string, string> Sessions = new(StringComparer.Ordinal);

    /// <summary>The password of the demo accounts.</summary>
    public string Password => secrets.Password("staff.demo");

    /// <summary>The code that their second factor shows now.</summary>
    public string Code => DemoAuthenticator.Of(secrets).CodeAt(TimeProvider.System.GetUtcNow());

    /// <summary>A page of a browser in which nobody is signed in.</summary>
    /// <param name="scripts">Whether scripts run.</param>
    /// <param name="session">The cookies to begin with.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="height">Of the window, in CSS pixels.</param>
    public async Task<IPage> OpenAsync(bool scripts = true, string? session = null, int width = 1366, int height = 768)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = gateway.ToString(),
            JavaScriptEnabled = scripts,
            Locale = "pt-PT",
            StorageState = session,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>A page at which this account works.</summary>
    /// <param name="account">For example <c>demo-mediator</c>.</param>
    /// <param name="scripts">Whether scripts run.</param>
    public async Task<IPage> AtAsync(string account, bool scripts = true)
    {
        var who = $"{account}@{gateway}";
        while (true)
        {
            if (!Sessions.TryGetValue(who, out var session))
            {
                var first = await OpenAsync();
                await SignInAsync(first, account);
                Sessions[who] = session = await first.Context.StorageStateAsync();
                await first.Context.CloseAsync();
            }

            var page = await OpenAsync(scripts, session);
            await page.GotoAsync("/");
            if (await page.GetByRole(AriaRole.Heading, new() { Name = "O meu dia", Level = 1 }).IsVisibleAsync())
            {
                return page;
            }

            // Nobody worked there for so long that the session has ended.
            Sessions.TryRemove(who, out _);
            await page.Context.CloseAsync();
        }
    }

    /// <summary>Signs in with password and code.</summary>
    /// <param name="page">A page in which nobody is signed in.</param>
    /// <param name="account">For example <c>demo-mediator</c>.</param>
    public async Task SignInAsync(IPage page, string account)
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.GotoAsync("/account/sign-in");
        await page.EnterAsync("Utilizador", account);
        await page.GetByLabel("Palavra-passe").FillAsync(Password);
        await page.ContinueAsync();
        await page.EnterAsync("Código", Code);
        await page.ContinueAsync();
        await page.HeadingAsync("O meu dia");
    }
}
