namespace Cnaim.Gateway.Counter.Sessions;

/// <summary>Shows the neutral page at a desk that somebody has left for a moment, and of which centre. That nothing is answered meanwhile is identity's part.</summary>
internal static class PausedDesk
{
    private const string Cookie = "cnaim-paused";

    public static string? Of(HttpRequest request) => request.Cookies[Cookie] is { Length: > 0 and <= 40 } centre ? centre : null;

    public static void Begin(HttpResponse response, string centre) => response.Cookies.Append(Cookie, centre, Options(response));

    public static void End(HttpResponse response) => response.Cookies.Delete(Cookie, Options(response));

    private static CookieOptions Options(HttpResponse response) =>
        new() { HttpOnly = true, Secure = response.HttpContext.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
