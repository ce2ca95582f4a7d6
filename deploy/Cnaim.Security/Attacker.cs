using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Cnaim.Security.Calls;

namespace Cnaim.Security;

/// <summary>Calls the platform as anybody: with no token, with a demo identity's, or with one that was made up.</summary>
/// <param name="target">The platform.</param>
public sealed class Attacker(SecurityTarget target) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 128 }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly ConcurrentDictionary<Identity, Task<string>> _tokens = new();
    private readonly ConcurrentDictionary<string, Task<StaffBrowser>> _staff = new(StringComparer.Ordinal);

    /// <summary>The platform.</summary>
    public SecurityTarget Target => target;

    /// <summary>A demo identity's token, as the token endpoint gives it.</summary>
    /// <param name="identity">Who.</param>
    public Task<string> TokenAsync(Identity identity) => _tokens.GetOrAdd(identity, FetchAsync);

    /// <summary>A browser in which a demo account is signed in.</summary>
    internal Task<StaffBrowser> StaffAsync(string account, CancellationToken cancellationToken) => _staff.GetOrAdd(account, async name =>
    {
        var browser = new StaffBrowser(target.Gateway);
        await browser.SignInAsync(name, target, cancellationToken);
        return browser;
    });

    /// <summary>Sends to the gateway as a demo identity.</summary>
    internal async Task<Reply> SendAsync(Identity identity, HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken) =>
        await SendAsync(new Call(method, new Uri(target.Gateway, path)) { Token = await TokenAsync(identity), Body = body?.ToJsonString() }, cancellationToken);

    /// <summary>Sends anything anywhere.</summary>
    internal async Task<Reply> SendAsync(Call call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        request.Content = call.Content ?? (call.Body is null ? null : new StringContent(call.Body, Encoding.UTF8, "application/json"));
        request.Headers.Authorization = call.Token is null ? null : new AuthenticationHeaderValue("Bearer", call.Token);
        if (call.Method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", call.Key ?? Guid.CreateVersion7().ToString());
        }

        foreach (var (name, value) in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _http.SendAsync(request, cancellationToken);
        return new Reply((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        foreach (var staff in _staff.Values.Where(staff => staff.IsCompletedSuccessfully))
        {
            staff.Result.Dispose();
        }
    }

    private async Task<string> FetchAsync(Identity identity)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "sandbox",
            ["client_secret"] = target.SandboxSecret,
            ["office"] = identity.Office,
            ["centre"] = identity.Centre,
            ["role"] = identity.Role,
            ["desk"] = identity.Desk,
        };
        if (identity.Scope is { } scope)
        {
            form["scope"] = scope;
        }

        using var content = new FormUrlEncodedContent(form);
        using var answer = await _http.PostAsync(new Uri(target.Gateway, "/connect/token"), content);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return JsonNode.Parse(body)!["access_token"]!.ToString();
    }
}
