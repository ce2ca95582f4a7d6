using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Cnaim.Gateway.Counter;

/// <summary>What was done, told on the next page and then forgotten; the name of a text and never a person's data, since it travels in a cookie.</summary>
internal static class Done
{
    private const string Cookie = "cnaim-done";

    public static void Tell(HttpContext context, string textName) => context.Response.Cookies.Append(
        Cookie,
        WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(textName)),
        new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true, MaxAge = TimeSpan.FromMinutes(1) });

    /// <summary>The text's name, where the page before has told one.</summary>
    public static string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and < 100 } value)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(value));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
