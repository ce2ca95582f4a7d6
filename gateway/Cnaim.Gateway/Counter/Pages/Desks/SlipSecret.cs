namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>What a new ticket's slip is printed with: it is told once, so it is kept for the printer, for ten minutes and for this ticket's pages alone.</summary>
internal static class SlipSecret
{
    private const string Cookie = "cnaim-slip";

    public static void Keep(HttpContext context, Guid ticket, string token) => context.Response.Cookies.Append(Cookie, token, new CookieOptions
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = $"/tickets/{ticket}",
        MaxAge = TimeSpan.FromMinutes(10),
        IsEssential = true,
    });

    public static string? Of(HttpContext context) => context.Request.Cookies[Cookie];
}
