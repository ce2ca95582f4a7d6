using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Cnaim.Security.Calls;

/// <summary>A browser as the pages see it: cookies, forms, and no redirect followed unless asked to.</summary>
internal sealed partial class StaffBrowser : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public StaffBrowser(Uri gateway)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = gateway, Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
    }

    /// <summary>The cookies that a browser would keep here, by name.</summary>
    public IReadOnlyDictionary<string, Cookie> Cookies => _cookies.GetCookies(_http.BaseAddress!).ToDictionary(cookie => cookie.Name, StringComparer.Ordinal);

    public void Plant(string cookie, string value) => _cookies.Add(_http.BaseAddress!, new Cookie(cookie, value));

    public Task<PageReply> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);

    /// <summary>Sends a form as our own page would, or as somebody else's would.</summary>
    public async Task<PageReply> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, bool isOwn, string? site, CancellationToken cancellationToken)
    {
        var secret = isOwn && Cookies.TryGetValue("cnaim-csrf", out var own) ? [new KeyValuePair<string, string>("csrf", own.Value)] : Array.Empty<KeyValuePair<string, string>>();
        using var content = new FormUrlEncodedContent([.. fields, .. secret]);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await SendAsync(request, cancellationToken);
    }

    /// <summary>Signs a demo account in; a code that somebody has just used is followed by the next one, at most half a minute later.</summary>
    public async Task SignInAsync(string account, SecurityTarget target, CancellationToken cancellationToken)
    {
        for (var (attempt, used) = (0, ""); attempt < 3; attempt++)
        {
            while (string.Equals(used, target.StaffCode(), StringComparison.Ordinal))
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }

            used = target.StaffCode();
            await PostAsync("/account/sign-in", [new("Account", account), new("Password", target.StaffPassword)], isOwn: true, site: null, cancellationToken);
            var answer = await PostAsync("/account/code", [new("Code", used)], isOwn: true, site: null, cancellationToken);
            if (answer.Status is 302)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The attack could not be prepared: {account} could not sign in.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<PageReply> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
            var policy = answer.Headers.TryGetValues("Content-Security-Policy", out var values) ? string.Join(' ', values) : "";
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            // The form's own values differ from one page to the next.
            return new PageReply((int)answer.StatusCode, answer.Headers.Location?.ToString(), policy, HiddenValue().Replace(text, "value=\"\""));
        }
    }

    [GeneratedRegex("(?<=<input type=\"hidden\" name=\"[A-Za-z]{1,20}\" )value=\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex HiddenValue();
}
