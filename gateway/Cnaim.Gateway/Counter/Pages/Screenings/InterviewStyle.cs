namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>Whether somebody asks one question a page or all on one; remembered in this browser.</summary>
internal static class InterviewStyle
{
    private const string Cookie = "cnaim-interview";

    public static bool IsCompact(HttpContext context) => context.Request.Cookies[Cookie] is not "one";

    public static void Remember(HttpContext context, bool isCompact)
    {
        if (isCompact != IsCompact(context))
        {
            context.Response.Cookies.Append(Cookie, isCompact ? "all" : "one", new CookieOptions
            {
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                SameSite = SameSiteMode.Strict,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
        }
    }

    /// <summary>Where an interview goes on.</summary>
    public static string AddressOf(HttpContext context, Guid interview) => IsCompact(context) ? $"/screenings/{interview}/all" : $"/screenings/{interview}";
}
