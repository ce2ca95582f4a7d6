using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cnaim.Benchmarks.Assessments;

/// <summary>The interviews of the reference scenarios, entered through the API.</summary>
internal static class Interviews
{
    public static async Task<IReadOnlyList<Guid>> EnterAsync(Uri screening, string token, string scenarios, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = screening };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(scenarios, cancellationToken));
        var interviews = new List<Guid>();
        foreach (var scenario in document.RootElement.GetProperty("scenarios").EnumerateArray())
        {
            var person = await SendAsync(client, HttpMethod.Post, "/v1/people", new { givenNames = new[] { scenario.GetProperty("alias").GetString() } }, cancellationToken);
            var interview = await SendAsync(
                client,
                HttpMethod.Post,
                "/v1/interviews",
                new { personId = person.GetProperty("id").GetString(), language = "eng", channel = "counter", date = scenario.GetProperty("evaluate_at").GetString() },
                cancellationToken);
            var id = interview.GetProperty("id").GetGuid();
            await SendAsync(client, HttpMethod.Put, $"/v1/interviews/{id}/answers", scenario.GetProperty("answers"), cancellationToken);
            interviews.Add(id);
        }

        return interviews;
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await client.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement : throw new InvalidOperationException($"{method} {path} answered {answer.StatusCode}: {text}");
    }
}
