using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cnaim.Offices.Tests.Support;

/// <summary>Cases and features as the tests call them.</summary>
internal static class CaseApi
{
    /// <summary>Posts with a fresh Idempotency-Key.</summary>
    public static async Task<HttpResponseMessage> PostNewAsync(this HttpClient client, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Puts, with the tag of the version that was read when there is one.</summary>
    public static async Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> LookAsync(this HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Opens a case at the counter and expects 201.</summary>
    public static async Task<Guid> OpenCaseAsync(this HttpClient client, string request)
    {
        using var response = await client.PostNewAsync("/v1/cases", new { personId = ReferralApi.NewPerson(), request });
        return (await response.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    /// <summary>Posts and expects 200.</summary>
    public static async Task<JsonElement> DoAsync(this HttpClient client, string path, object? body = null)
    {
        using var response = await client.PostNewAsync(path, body);
        return await response.JsonAsync(HttpStatusCode.OK);
    }
}
