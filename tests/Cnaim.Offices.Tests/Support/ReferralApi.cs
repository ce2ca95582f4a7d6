using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cnaim.Offices.Tests.Support;

/// <summary>The referral API as the tests call it.</summary>
internal static class ReferralApi
{
    private static readonly Uri Referrals = new("/v1/referrals", UriKind.Relative);

    /// <summary>A person nobody has seen before: 26 characters.</summary>
    public static string NewPerson() => Guid.NewGuid().ToString("N").ToUpperInvariant()[..26];

    public static object Body(string person, string office, string request, string centre = "cnaim-lisboa", Guid? basedOn = null, Guid? partOf = null) => new
    {
        personId = person,
        receiver = new { office, centre },
        request,
        issues = Array.Empty<string>(),
        priority = "routine",
        categories = new[] { "identity", "contact" },
        basedOn,
        partOf,
    };

    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Referrals) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends and expects 201.</summary>
    public static async Task<Guid> ReferAsync(this HttpClient client, object body)
    {
        using var response = await client.PostAsync(body);
        var answer = await response.JsonAsync(HttpStatusCode.Created);
        return answer.GetProperty("id").GetGuid();
    }

    public static Task<HttpResponseMessage> ActAsync(this HttpClient client, Guid id, string action, object? body = null) =>
        client.PostAsync(new Uri($"/v1/referrals/{id}/{action}", UriKind.Relative), body is null ? null : JsonContent.Create(body), TestContext.Current.CancellationToken);

    /// <summary>Acts and expects 200.</summary>
    public static async Task<JsonElement> MoveAsync(this HttpClient client, Guid id, string action, object? body = null)
    {
        using var response = await client.ActAsync(id, action, body);
        return await response.JsonAsync(HttpStatusCode.OK);
    }

    public static Task<HttpResponseMessage> ReadAsync(this HttpClient client, Guid id) =>
        client.GetAsync(new Uri($"/v1/referrals/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>The state on this side, or null when it is not there.</summary>
    public static async Task<string?> StatusAsync(this HttpClient client, Guid id)
    {
        using var response = await client.ReadAsync(id);
        return response.StatusCode == HttpStatusCode.OK ? (await response.JsonAsync(HttpStatusCode.OK)).GetProperty("status").GetString() : null;
    }

    public static Task UntilAsync(this HttpClient client, Guid id, string status) =>
        Wait.UntilAsync(async () => string.Equals(await client.StatusAsync(id), status, StringComparison.Ordinal), $"referral to be {status}");

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(expected, text);
        return JsonElement.Parse(text);
    }

    /// <summary>Expects a problem of the registry.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode expected, string code)
    {
        var problem = await response.JsonAsync(expected);
        problem.GetProperty("type").GetString().ShouldBe("urn:cnaim:problem:" + code);
        return problem;
    }
}
