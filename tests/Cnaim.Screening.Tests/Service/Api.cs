using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;

namespace Cnaim.Screening.Tests.Service;

/// <summary>The interview API in a few words.</summary>
internal static class Api
{
    public static async Task<(HttpStatusCode Status, JsonObject Body, HttpResponseHeaders Headers)> SendAsync(
        this HttpClient client, HttpMethod method, string path, string? body = null, string? key = "", string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key.Length > 0 ? key : Guid.NewGuid().ToString());
        }

        if (ifMatch is not null)
        {
            request.Headers.Add("If-Match", ifMatch);
        }

        using var response = await client.SendAsync(request, Xunit.TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);
        return (response.StatusCode, text.Length > 0 ? JsonNode.Parse(text)!.AsObject() : [], response.Headers);
    }

    public static async Task<JsonObject> PostAsync(this HttpClient client, string path, object body, HttpStatusCode expected = HttpStatusCode.Created)
    {
        var (status, answer, _) = await client.SendAsync(HttpMethod.Post, path, JsonSerializer.Serialize(body));
        status.ShouldBe(expected, answer.ToJsonString());
        return answer;
    }

    public static async Task<string> RegisterAsync(this HttpClient client, string name = "Jacarandá") =>
        (string)(await client.PostAsync("/v1/people", new { givenNames = name }))["id"]!;

    public static async Task<string> StartInterviewAsync(this HttpClient client, string personId, string date = "2026-11-02") =>
        (string)(await client.PostAsync("/v1/interviews", new { personId, language = "por", channel = "counter", date }))["id"]!;

    public static async Task AnswerAsync(this HttpClient client, string interview, object answers)
    {
        using var response = await client.PutAsJsonAsync($"/v1/interviews/{interview}/answers", answers, Xunit.TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken));
    }

    public static async Task<string> ConsentAsync(this HttpClient client, string personId, string[] recipients, string[]? categories = null) =>
        (string)(await client.PostAsync("/v1/consents", new
        {
            personId,
            recipients,
            purposes = new[] { "resolve-issue" },
            categories = categories ?? ["identity", "contact"],
            validTo = "2099-12-31",
            language = "por",
            evidence = "signature",
        }))["id"]!;

    public static string Code(this JsonObject problem) => ((string)problem["type"]!)["urn:cnaim:problem:".Length..];

    public static string[] Errors(this JsonObject problem) => [.. problem["errors"]!.AsObject().Select(error => error.Key)];
}
