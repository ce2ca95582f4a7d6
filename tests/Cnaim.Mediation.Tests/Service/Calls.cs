using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cnaim.Mediation.Tests.Service;

/// <summary>The API as the tests call it.</summary>
internal static class Calls
{
    /// <summary>Tomorrow at 10:00 UTC: inside a rota of whole days, wherever the clock stands.</summary>
    public static DateTimeOffset Tomorrow { get; } = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(1).AddHours(10), TimeSpan.Zero);

    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> ReadAsync(this HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.ReadAsync(path);
        return await answer.JsonAsync(HttpStatusCode.OK);
    }

    public static async Task<JsonElement> DoAsync(this HttpClient client, string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.PostAsync(path, body);
        return await answer.JsonAsync(expected);
    }

    public static async Task<JsonElement> RefusedAsync(this HttpClient client, string path, object? body, HttpStatusCode expected, string code)
    {
        var problem = await client.DoAsync(path, body, expected);
        problem.GetProperty("type").GetString().ShouldBe("urn:cnaim:problem:" + code);
        return problem;
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(expected, text);
        return JsonElement.Parse(text);
    }

    /// <summary>A mediator who works around the clock, written by the centre's coordinator.</summary>
    public static async Task<Guid> AddMediatorAsync(
        this MediationUnderTest mediation, string language, string centre = "cnaim-lisboa", string? subject = null, string? gender = null, bool remote = false, Guid? association = null)
    {
        using var coordinator = mediation.At(centre, "coordinator");
        return (await coordinator.DoAsync("/v1/mediators", Mediator(language, subject, gender, remote, association), HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    public static object Mediator(string language, string? subject = null, string? gender = null, bool remote = false, Guid? association = null, string name = "Brisa Exemplo") => new
    {
        displayName = name,
        subject,
        gender,
        remote,
        associationId = association,
        languages = new[] { new { tag = language, spoken = "fluent", read = "good" } },
        training = new[] { new { name = "immigration-law", completedOn = "2020-01-01", validUntil = "2023-01-01" } },
        rota = new { hours = new[] { "MO", "TU", "WE", "TH", "FR", "SA", "SU" }.Select(day => new { day, from = "00:00", to = "23:59" }), exceptions = Array.Empty<object>() },
    };

    public static object Booking(string language, Guid? mediatorId = null, string mode = "in-person", string? forPerson = null) =>
        new { mediatorId, language, from = Tomorrow, to = Tomorrow.AddMinutes(45), mode, forPerson };

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();
}
