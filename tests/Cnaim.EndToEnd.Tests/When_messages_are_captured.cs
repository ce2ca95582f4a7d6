using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

/// <summary>What the platform really sends fits the published schemas: events at the broker, and what partners of two levels get.</summary>
public sealed class When_messages_are_captured(PlatformFixture fixture) : IDisposable
{
    private const string Requested = "pt.cnaim.referral.requested.v1";
    private const string Shown = "openapi/subscriptions.json#/components/schemas/CloudEvent";
    private readonly Api _api = new(fixture.Platform);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = fixture.Platform.Demo.Gateway };
    private readonly List<JsonObject> _captured = [];

    [Fact]
    public async Task Should_fit_the_published_schemas()
    {
        await using var tap = await BrokerTap.OpenAsync(fixture.Platform);
        await using var receiver = await EchoingReceiver.StartAsync();
        await using var municipality = new Partner(fixture.Platform, "sandbox-partner");
        await using var agency = new Partner(fixture.Platform, "sandbox-agency");
        var (told, asked) = (await ConnectAsync(municipality, receiver), await ConnectAsync(agency, receiver));

        await ReferAsync();

        (await Eventually.SeenAsync(() => EventsAsync(tap), types => types.Contains(Requested, StringComparer.Ordinal), seconds: 30)).ShouldContain(Requested);
        string[] expected = ["pt.cnaim.subscriptions.handshake.v1", "pt.cnaim.subscriptions.test.v1", Requested];
        foreach (var (client, partner, endpoint) in new[] { ("sandbox-partner", municipality, told), ("sandbox-agency", agency, asked) })
        {
            var sent = await Eventually.SeenAsync(() => SentAsync(client, partner, endpoint), sent => sent.Any(IsRequested), seconds: 30);
            sent.Select(TypeOf).Intersect(expected, StringComparer.Ordinal).ShouldBe(expected, ignoreOrder: true);
            _captured.AddRange(sent.Select(body => Entry(client + " " + TypeOf(body), Shown, body)));
        }

        // At level party the data is all of the event.
        var full = _captured.Single(message => string.Equals((string?)message["name"], "sandbox-agency " + Requested, StringComparison.Ordinal))["value"]!;
        _captured.Add(Entry("data for sandbox-agency", SchemaOf(Requested), full["data"]!));
        (await ValidateAsync()).ShouldBe((0, $"{_captured.Count} validated, 0 wrong"));

        full["data"]!["referralId"] = 7;
        _captured[^1]["value"] = full["data"]!.DeepClone();
        (await ValidateAsync()).Code.ShouldBe(1);
    }

    public void Dispose()
    {
        _api.Dispose();
        _http.Dispose();
    }

    private static async Task<string> ConnectAsync(Partner partner, EchoingReceiver receiver)
    {
        var (id, _) = await partner.RegisterAsync(receiver.Url);
        await partner.VerifyAsync(id);
        await partner.TestAsync(id);
        return id;
    }

    private async Task ReferAsync()
    {
        var person = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, person, "employment", "identity", "contact");
        (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(person, "employment", "employment.cv", "employment.job-search"))).ShouldBe(HttpStatusCode.Created);
    }

    private async Task<IReadOnlyList<string>> EventsAsync(BrokerTap tap)
    {
        foreach (var (headers, body) in await tap.TakeAsync())
        {
            var type = (string)headers["ce-type"]!;
            ((string?)headers["ce-dataschema"]).ShouldBe(IdOf(type));
            _captured.Add(Entry(type, SchemaOf(type), body["message"]!));
        }

        return [.. _captured.Select(message => (string)message["name"]!)];
    }

    // As the delivery log has kept them.
    private async Task<IReadOnlyList<JsonNode>> SentAsync(string client, Partner partner, string endpoint)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", partner.Secret)]);
        using var granted = await _http.PostAsync("/connect/token", form, Api.Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/subscriptions/v1/endpoints/{endpoint}/attempts");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (string)(await granted.Content.ReadFromJsonAsync<JsonObject>(Api.Cancellation))!["access_token"]!);
        using var answer = await _http.SendAsync(request, Api.Cancellation);
        var attempts = (await answer.Content.ReadFromJsonAsync<JsonObject>(Api.Cancellation))!["items"]!.AsArray();
        return [.. attempts.Select(attempt => JsonNode.Parse((string)attempt!["requestBody"]!)!).DistinctBy(TypeOf, StringComparer.Ordinal)];
    }

    private async Task<(int Code, string Output)> ValidateAsync()
    {
        var lines = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(lines, _captured.Select(message => message.ToJsonString()), Api.Cancellation);
            var (code, output, errors) = await fixture.Platform.ShellAsync($"""
                cd tests/Cnaim.EndToEnd.Tests/ajv
                [ -d node_modules/ajv ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
                node validate.mjs ../../../contracts {lines}
                """);
            return (code, (code is 0 ? output : output + errors).Trim());
        }
        finally
        {
            File.Delete(lines);
        }
    }

    private static JsonObject Entry(string name, string schema, JsonNode value) => new() { ["name"] = name, ["schema"] = schema, ["value"] = value.DeepClone() };

    private static string SchemaOf(string type) => $"asyncapi/schemas/{type["pt.cnaim.".Length..]}.json";

    private static string? IdOf(string type) => (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(Launcher.Repository.Find(), "contracts", SchemaOf(type))))!["$id"];

    private static string TypeOf(JsonNode body) => (string)body["type"]!;

    private static bool IsRequested(JsonNode body) => string.Equals(TypeOf(body), Requested, StringComparison.Ordinal);
}
