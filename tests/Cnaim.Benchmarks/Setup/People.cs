using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cnaim.Benchmarks.Setup;

/// <summary>Registers made-up people at screening and records their consents, through the API.</summary>
internal static class People
{
    /// <summary>References of the people as the calling office knows them.</summary>
    public static async Task<IReadOnlyList<string>> RegisterAsync(Uri screening, string token, int count, string[] recipients, string[] categories, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = screening };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var references = new string[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (index, stop) =>
        {
            var name = "Bench" + string.Concat(index.ToString("D4", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));
            var person = await PostAsync(client, "/v1/people", new { givenNames = new[] { name }, familyNames = new[] { "Load" }, birth = "1990", languages = new[] { "eng" } }, stop);
            references[index] = person.GetProperty("id").GetString()!;
            await PostAsync(client, "/v1/consents", new
            {
                personId = references[index],
                recipients,
                purposes = new[] { "resolve-issue" },
                categories,
                validTo = DateTimeOffset.UtcNow.AddYears(1),
                language = "eng",
                evidence = "signature",
            }, stop);
        });
        return references;
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await client.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text).RootElement
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path} answered {(int)answer.StatusCode}: {text}"));
    }
}
