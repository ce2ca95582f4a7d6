using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>Sitting down at a desk and leaving it: an account has one desk, and the next test may need another.</summary>
internal static class DeskSteps
{
    /// <summary>Opens a desk; whichever the account has open elsewhere is closed for it.</summary>
    public static async Task SitAsync(this IPage page, string desk)
    {
        await page.GotoAsync("/counter?change=true");
        await page.EnterAsync("Número do balcão", desk);
        await page.ContinueAsync();
        await page.HeadingAsync($"Balcão {desk}");
        var (open, instead, next) = (page.Named("Abrir balcão"), page.Named("Fechar o outro balcão e abrir este"), page.Named("Chamar o seguinte"));
        if (await open.CountAsync() > 0)
        {
            await open.ClickAsync();
            await next.Or(instead).WaitForAsync();
        }

        if (await instead.CountAsync() > 0)
        {
            await instead.ClickAsync();
        }

        await next.WaitForAsync();
    }

    /// <summary>Ends what is in hand, and closes the desk.</summary>
    public static async Task LeaveAsync(this IPage page, string desk)
    {
        await page.GotoAsync("/counter/" + desk);
        await page.HeadingAsync($"Balcão {desk}");
        if (await page.Named("Terminar atendimento").CountAsync() > 0)
        {
            await page.PressAsync("Terminar atendimento");
        }

        await page.PressAsync("Fechar balcão");
        await page.HeadingAsync("O meu dia");
    }

    private static ILocator Named(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
}
