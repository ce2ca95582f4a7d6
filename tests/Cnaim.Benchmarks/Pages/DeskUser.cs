using System.Net;
using System.Net.Http.Headers;

namespace Cnaim.Benchmarks.Pages;

/// <summary>A member of staff at a browser: signs in, registers a person of their own, and goes through the pages of a visit again and again.</summary>
internal sealed class DeskUser : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private string _person = "";
    private string _interview = "";

    public DeskUser(Uri gateway)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = _cookies, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = gateway, Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
    }

    /// <summary>What a visit consists of; each is one request.</summary>
    public IReadOnlyList<(string Name, Func<CancellationToken, Task> Act)> Acts =>
    [
        ("home", token => GetAsync("/", token)),
        ("worklist", token => GetAsync("/referrals", token)),
        ("search", token => PostAsync("/people/search", token, ("Text", "Bancada Medida"))),
        ("record", token => GetAsync(_person, token)),
        ("interview", token => GetAsync(_interview, token)),
        ("answers", token => PostAsync(_interview, token, ("shown", "literacy"), ("literacy", "good"))),
        ("result", token => GetAsync(_interview.Replace("/all", "/result", StringComparison.Ordinal), token)),
        ("appointments", token => GetAsync("/appointments", token)),
        ("mediators", token => GetAsync("/mediators", token)),
    ];

    public async Task BeginAsync(string account, string password, string code, CancellationToken cancellationToken)
    {
        await PostAsync("/account/sign-in", cancellationToken, ("Account", account), ("Password", password));
        if (await PostAsync("/account/code", cancellationToken, ("Code", code)) is null)
        {
            throw new InvalidOperationException(account + " could not sign in.");
        }

        _person = await PostAsync("/people/new", cancellationToken, ("GivenNames", "Bancada"), ("FamilyNames", "Medida"), ("BirthYear", "1990")) ?? throw new InvalidOperationException("No person was registered.");
        _interview = await PostAsync(_person + "?handler=Interview", cancellationToken, ("language", "por")) ?? throw new InvalidOperationException("No interview was started.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return answer.StatusCode is HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync(cancellationToken) : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
    }

    /// <summary>Where it leads to; null when the page came again.</summary>
    private async Task<string?> PostAsync(string path, CancellationToken cancellationToken, params (string Name, string Value)[] fields)
    {
        var csrf = _cookies.GetCookies(_http.BaseAddress!)["cnaim-csrf"]?.Value ?? "";
        using var content = new FormUrlEncodedContent([.. fields.Select(one => KeyValuePair.Create(one.Name, one.Value)), new("csrf", csrf), new("Key", Guid.CreateVersion7().ToString())]);
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
        return answer.StatusCode is HttpStatusCode.Redirect ? answer.Headers.Location!.ToString() : null;
    }
}
