using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Subscriptions.Agreements;
using Cnaim.Subscriptions.Events;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>The API as the tests call it.</summary>
internal static class Calls
{
    private static int _clients;

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A partner with an agreement, made by two administrators.</summary>
    public static async Task<string> AgreeAsync(this Installation here, Func<AgreementTerms, AgreementTerms>? change = null)
    {
        var client = $"partner-{Interlocked.Increment(ref _clients)}";
        await here.AgreeAsync(client, change?.Invoke(Terms()) ?? Terms());
        return client;
    }

    public static async Task AgreeAsync(this Installation here, string client, AgreementTerms terms)
    {
        using var one = here.Administrator("one");
        using var other = here.Administrator("other");
        var asked = await one.DoAsync("/v1/agreements/changes", new { clientId = client, terms, reason = "A test." });
        if (asked.GetProperty("widens").GetBoolean())
        {
            await other.DoAsync($"/v1/agreements/changes/{asked.GetProperty("id").GetString()}/approve");
        }
    }

    public static HttpClient Administrator(this Installation here, string name) => here.As(name, role: "administrator", scopes: "");

    public static AgreementTerms Terms() => new()
    {
        Name = "A partner",
        EventTypes = [.. EventTypes.All.Order(StringComparer.Ordinal)],
        Municipalities = ["*"],
        DataLevel = DataLevel.Status,
        ValidFrom = new DateOnly(2020, 1, 1),
        FocalPoint = new FocalPoint("Help desk", "help@example.org"),
    };

    /// <summary>An endpoint that has echoed its challenge.</summary>
    public static async Task<(Guid Id, string Secret)> RegisterAsync(this Installation here, string client, Receiver receiver, int ratePerSecond = 100, string[]? eventTypes = null)
    {
        using var http = here.As(client);
        var made = await http.DoAsync("/v1/endpoints", new { url = receiver.Url, ratePerSecond, eventTypes }, HttpStatusCode.Created);
        var id = made.GetProperty("endpoint").GetProperty("id").GetGuid();
        var attempt = await http.DoAsync($"/v1/endpoints/{id}/verify");
        attempt.GetProperty("outcome").GetString().ShouldBe("delivered");
        return (id, made.GetProperty("secret").GetString()!);
    }

    public static async Task<JsonElement> EndpointAsync(this Installation here, string client, Guid id)
    {
        using var http = here.As(client);
        return await http.GetJsonAsync($"/v1/endpoints/{id}");
    }

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body, options: JsonSerializerOptions.Web) };
        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(request, Cancelled);
    }

    public static async Task<JsonElement> DoAsync(this HttpClient client, string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.SendAsync(HttpMethod.Post, path, body);
        return await answer.JsonAsync(expected);
    }

    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        return await answer.JsonAsync(expected);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        answer.StatusCode.ShouldBe(expected, text);
        return text.Length > 0 ? JsonElement.Parse(text) : default;
    }

    public static string ProblemOf(this JsonElement problem) => problem.GetProperty("type").GetString()!["urn:cnaim:problem:".Length..];

    public static async Task UntilAsync(Func<Task<bool>> condition, string what, double seconds = 10)
    {
        var end = TimeProvider.System.GetUtcNow().AddSeconds(seconds);
        while (!await condition())
        {
            if (TimeProvider.System.GetUtcNow() > end)
            {
                throw new TimeoutException($"Not within {seconds} s: {what}");
            }

            await Task.Delay(25, Cancelled);
        }
    }

    public static Task UntilAsync(Func<bool> condition, string what, double seconds = 10) => UntilAsync(() => Task.FromResult(condition()), what, seconds);
}
