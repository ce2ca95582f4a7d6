using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cnaim.Reception.Tests.Support;

/// <summary>Somebody who calls the API.</summary>
internal sealed class Staff : IDisposable
{
    private readonly HttpClient _client;

    public Staff(HttpClient client, string? token)
    {
        _client = client;
        _client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Client => _client;

    public async Task<Answer> GetAsync(string path) => await ReadAsync(await _client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken));

    public Task<Answer> PostAsync(string path, object? body = null, string? key = null, string? ifMatch = null) => SendAsync(HttpMethod.Post, path, body, key, ifMatch);

    public Task<Answer> PatchAsync(string path, object body, string ifMatch) => SendAsync(HttpMethod.Patch, path, body, null, ifMatch);

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body, null, null);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null, null, null);

    /// <summary>Issues a ticket that must succeed.</summary>
    public async Task<Answer> IssueAsync(string queue = "welcome", string? priority = null, string language = "kea")
    {
        var answer = await PostAsync("/v1/tickets", new { queue, language, priority }, key: Guid.NewGuid().ToString());
        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Text);
        return answer;
    }

    /// <summary>An action of a desk that must succeed.</summary>
    public async Task<Answer> DeskAsync(string action, object? body = null, string desk = "1")
    {
        var answer = await PostAsync($"/v1/desks/{desk}/{action}", body);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return answer;
    }

    public void Dispose() => _client.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body, string? key, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        }

        return await ReadAsync(await _client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            // A stream has no end: that it was opened is the answer.
            return response.Content.Headers.ContentType?.MediaType is "text/event-stream"
                ? new Answer(response.StatusCode, "{}", null)
                : new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers.ETag?.ToString());
        }
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, string? Etag)
{
    private JsonElement? _body;

    public JsonElement Body => _body ??= JsonDocument.Parse(Text).RootElement;

    public Guid Id => Body.GetProperty("id").GetGuid();

    public string Number => Body.GetProperty("number").GetString()!;

    public string Token => Body.GetProperty("token").GetString()!;

    /// <summary>The problem's code, or the status when there is none.</summary>
    public string Code => Body.TryGetProperty("title", out var title) ? title.GetString()! : Status.ToString();

    /// <summary>The number in a desk's hand; null without.</summary>
    public string? Current => Body.TryGetProperty("current", out var current) && current.ValueKind is JsonValueKind.Object ? current.GetProperty("number").GetString() : null;
}
