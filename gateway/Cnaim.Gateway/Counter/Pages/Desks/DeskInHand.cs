using System.Text.RegularExpressions;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>The desk that somebody sits at today: its number, which waiting rooms show, and nothing else.</summary>
internal static partial class DeskInHand
{
    private const string Cookie = "cnaim-desk";

    public static void Keep(HttpContext context, string desk) => context.Response.Cookies.Append(Cookie, desk, new CookieOptions
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        MaxAge = TimeSpan.FromHours(12),
        IsEssential = true,
    });

    public static string? Of(HttpContext context) => context.Request.Cookies[Cookie] is { } desk && Name().IsMatch(desk) ? desk : null;

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie);

    [GeneratedRegex("^[A-Za-z0-9-]{1,20}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    public static partial Regex Name();
}
