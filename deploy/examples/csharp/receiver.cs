#:sdk Microsoft.NET.Sdk.Web
#:property PublishAot=false
#:property ImplicitUsings=enable
// A partner's receiver: verifies webhooks, reads in the feed what it missed, takes each event once and answers its office's referrals.
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

var gateway = new HttpClient { BaseAddress = new Uri(Env("CNAIM_GATEWAY")) };
var office = Env("CNAIM_OFFICE");
var key = Convert.FromBase64String(Env("CNAIM_WEBHOOK_SECRET")["whsec_".Length..]);
var state = Directory.CreateDirectory(Env("CNAIM_STATE")).FullName;
var (eventsFile, cursorFile) = (Path.Combine(state, "events.jsonl"), Path.Combine(state, "cursor"));
var taken = File.Exists(eventsFile) ? [.. File.ReadLines(eventsFile).Select(line => (string)JsonNode.Parse(line)!["id"]!)] : new HashSet<string>();
var turn = new SemaphoreSlim(1); // webhooks and the feed bring the same events
var (token, tokenUntil) = ("", DateTimeOffset.MinValue);

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls($"http://127.0.0.1:{Env("PORT")}");
var app = builder.Build();
app.MapPost("/", async (HttpRequest request) =>
{
    using var buffer = new MemoryStream();
    await request.Body.CopyToAsync(buffer);
    if (!IsSigned(request.Headers, buffer.ToArray()))
    {
        return Results.Unauthorized();
    }

    var received = JsonNode.Parse(buffer.ToArray())!;
    if ((string?)received["data"]?["challenge"] is { } challenge)
    {
        return Results.Json(new JsonObject { ["challenge"] = challenge });
    }

    if (!((string)received["type"]!).StartsWith("pt.cnaim.subscriptions."))
    {
        await TakeAsync(received); // what it throws is a 500, and the event comes again
    }

    return Results.NoContent();
});
await app.StartAsync();
await ReadMissedAsync();
Console.WriteLine("ready");
await app.WaitForShutdownAsync();

static string Env(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set {name}.");

// Standard Webhooks: HMAC-SHA-256 over "id.timestamp.body", several signatures while a secret rotates, five minutes of tolerance.
bool IsSigned(IHeaderDictionary headers, byte[] body)
{
    var (id, timestamp) = (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString());
    if (!long.TryParse(timestamp, out var seconds) || Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - seconds) > 300)
    {
        return false;
    }

    byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
    var expected = HMACSHA256.HashData(key, signed);
    return headers["webhook-signature"].ToString().Split(' ').Where(signature => signature.StartsWith("v1,"))
        .Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature[3..]), Encoding.ASCII.GetBytes(Convert.ToBase64String(expected))));
}

// Takes an event once: first what it asks for, then the note that it was done. Both may happen again, neither counts twice.
async Task TakeAsync(JsonNode received)
{
    await turn.WaitAsync();
    try
    {
        var id = (string)received["id"]!;
        if (taken.Contains(id))
        {
            return;
        }

        if ((string?)received["type"] is "pt.cnaim.referral.requested.v1" && (string?)received["data"]?["receiver"] == office)
        {
            _ = await MoveAsync(received, "accept", "{}") && await MoveAsync(received, "complete", """{"outcome":"helped"}""");
        }

        await File.AppendAllTextAsync(eventsFile, received.ToJsonString() + "\n");
        taken.Add(id);
    }
    finally
    {
        turn.Release();
    }
}

// Asks the office's service for a move; that it was made already (409) is as good. Tries again what may yet succeed: a fresh event can be faster than the referral itself.
// A refusal that stays is for people to look at, and holds nothing else up.
async Task<bool> MoveAsync(JsonNode received, string action, string body)
{
    var referral = (string)received["subject"]!;
    for (var attempt = 0; ; attempt++)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{office}/v1/referrals/{referral}/{action}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", $"{referral}-{action}");
        using var answer = await SendAsync(request);
        if (answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.Conflict)
        {
            return true;
        }

        var isFresh = DateTimeOffset.UtcNow - (DateTimeOffset)received["time"]! < TimeSpan.FromSeconds(10);
        var mayPass = (int)answer.StatusCode is 429 or >= 500 || (answer.StatusCode is HttpStatusCode.NotFound && isFresh);
        if (mayPass && attempt == 10)
        {
            throw new InvalidOperationException($"{action}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        if (!mayPass)
        {
            Console.Error.WriteLine($"{action} of {referral}: {(int)answer.StatusCode}");
            return false;
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
    }
}

async Task ReadMissedAsync()
{
    for (var more = true; more;)
    {
        var after = File.Exists(cursorFile) ? "?after=" + await File.ReadAllTextAsync(cursorFile) : "";
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/subscriptions/v1/events" + after));
        var page = JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
        foreach (var item in page["items"]!.AsArray())
        {
            await TakeAsync(item!);
        }

        await File.WriteAllTextAsync(cursorFile, (string)page["next"]!);
        more = (bool)page["more"]!;
    }
}

async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
{
    if (DateTimeOffset.UtcNow > tokenUntil)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = Env("CNAIM_CLIENT_ID"), ["client_secret"] = Env("CNAIM_CLIENT_SECRET"),
        });
        using var answer = await gateway.PostAsync("/connect/token", form);
        var granted = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).RootElement;
        (token, tokenUntil) = (granted.GetProperty("access_token").GetString()!, DateTimeOffset.UtcNow.AddSeconds(granted.GetProperty("expires_in").GetInt32() - 30));
    }

    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    return await gateway.SendAsync(request);
}
