using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Cnaim.Gateway.Counter.Sessions;

namespace Cnaim.Gateway.Tokens;

/// <summary>
/// The cookie of a signed-in member of staff: no script reads it, no other site sends it. Beside it stands a second one that scripts do read: its
/// value, sent as a header, shows that a change was asked for by our own page.
/// </summary>
internal static class SessionCookie
{
    public const string CsrfHeader = "Cnaim-Csrf";
    public const string ServiceHeader = "Cnaim-Session";
    private const int LongestSecret = 128;

    public static string? Read(HttpRequest request) =>
        request.Cookies[NameOf(request)] is { Length: > 0 and <= LongestSecret } secret ? secret : null;

    /// <summary>Whether a call that a cookie carries may be answered: one that changes nothing, or one that knows the second cookie.</summary>
    public static bool IsIntended(HttpRequest request, string secret) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers[CsrfHeader].ToString()), Encoding.UTF8.GetBytes(CsrfOf(secret)));

    /// <summary>Makes the cookies of what identity says with a sign-in or sign-out; nobody else's word reaches the caller.</summary>
    public static void Take(HttpResponse response, bool isIdentity)
    {
        var said = response.Headers.TryGetValue(ServiceHeader, out var value);
        response.Headers.Remove(ServiceHeader);
        if (!said || !isIdentity)
        {
            return;
        }

        if (value.ToString() is { Length: > 0 } secret)
        {
            Begin(response, secret);
        }
        else
        {
            End(response);
        }
    }

    public static void Begin(HttpResponse response, string secret)
    {
        var request = response.HttpContext.Request;
        PausedDesk.End(response);
        response.Cookies.Append(NameOf(request), secret, Options(request, isReadable: false));
        response.Cookies.Append(NameOf(request) + "-csrf", CsrfOf(secret), Options(request, isReadable: true));
    }

    public static void End(HttpResponse response)
    {
        var request = response.HttpContext.Request;
        response.Cookies.Delete(NameOf(request), Options(request, isReadable: false));
        response.Cookies.Delete(NameOf(request) + "-csrf", Options(request, isReadable: true));
    }

    // Without TLS, on loopback only, a browser would not keep the prefix.
    private static string NameOf(HttpRequest request) => request.IsHttps ? "__Host-cnaim" : "cnaim";

    public static string CsrfOf(string secret) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes("csrf:" + secret)));

    private static CookieOptions Options(HttpRequest request, bool isReadable) =>
        new() { HttpOnly = !isReadable, Secure = request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
