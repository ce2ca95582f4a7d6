using System.Text.Json.Nodes;
using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S12 to S15: a partner that turns its endpoint against the inside, and somebody between the platform and a partner.</summary>
internal static class PartnerEndpoints
{
    private const string Path = "/api/subscriptions/v1/endpoints";
    private const string Agreements = "/api/subscriptions/v1/agreements/changes";
    private static readonly Identity Partner = new("reception", Role: "partner-client", Desk: "attack-partner", Scope: "events.subscribe");

    // Receivers on this machine are allowed in the sandbox, on ports from 1024 on: production's refusal of them is proven elsewhere.
    private static readonly string[] Inside =
    [
        "https://10.0.0.8/", "https://172.16.0.1/", "https://192.168.1.1/", "https://100.64.0.1/", "https://169.254.169.254/latest/meta-data", "https://[::ffff:10.0.0.8]/", "https://[fd12:3456::1]/",
        "https://[fe80::1]/", "https://[64:ff9b::a9fe:a9fe]/", "https://[2002:a00:1::1]/", "https://167772168/", "https://0x0a000008/", "https://012.0.0.8/", "https://db.internal/", "https://intranet/",
        "https://user:password@8.8.8.8/", "http://8.8.8.8/", "ftp://8.8.8.8/", "https://8.8.8.8:25/", "http://127.0.0.1:22/",
    ];

    public static IEnumerable<Attack> All { get; } =
    [
        .. Inside.Select(url => new Attack("S12", "an endpoint at " + url, "422 endpoint-address-refused", async (attacker, cancellationToken) =>
            (await attacker.SendAsync(Partner, HttpMethod.Post, Path, new JsonObject { ["url"] = url }, cancellationToken)).Summary)),
        With("S12", "an endpoint that is moved inside once it is registered", "422 endpoint-address-refused", redirect: null, MoveAsync),
        With("S13", "a receiver that sends the platform on to another address", "refused with 302, followed 0 times", redirect: "/inside", async (attacker, endpoint, cancellationToken) =>
        {
            var attempt = (await attacker.SendAsync(Partner, HttpMethod.Post, $"{Path}/{endpoint.Id}/test", null, cancellationToken)).Must(200).Json;
            return $"{attempt["outcome"]} with {attempt["status"]}, followed {endpoint.System.Followed} times";
        }),
        With("S14", "an event that is altered on its way, or sent as another's", "as it came True; body False, id False, time False, former version False, another secret False", redirect: null, AlterAsync),
        With("S15", "a secret from before a rotation, in its time and after it", "both True True; then False True", redirect: null, RotateAsync),
    ];

    private static Attack With(string row, string what, string expected, string? redirect, Func<Attacker, Endpoint, CancellationToken, Task<string>> tryAsync) => new(row, what, expected, async (attacker, cancellationToken) =>
    {
        await AgreeAsync(attacker, cancellationToken);
        await using var system = await PartnerSystem.StartAsync(redirect, cancellationToken);
        var made = (await attacker.SendAsync(Partner, HttpMethod.Post, Path, new JsonObject { ["url"] = system.Url }, cancellationToken)).Must(201).Json;
        var endpoint = new Endpoint((string)made["endpoint"]!["id"]!, (string)made["secret"]!, system);
        try
        {
            (await attacker.SendAsync(Partner, HttpMethod.Post, $"{Path}/{endpoint.Id}/verify", null, cancellationToken)).Must(200);
            return await tryAsync(attacker, endpoint, cancellationToken);
        }
        finally
        {
            await ChangeAsync(attacker, HttpMethod.Delete, endpoint.Id, body: null, CancellationToken.None);
        }
    });

    private static async Task<string> MoveAsync(Attacker attacker, Endpoint endpoint, CancellationToken cancellationToken) =>
        (await ChangeAsync(attacker, HttpMethod.Put, endpoint.Id, """{"url":"https://169.254.169.254/"}""", cancellationToken)).Summary;

    private static async Task<string> AlterAsync(Attacker attacker, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var came = await TestAsync(attacker, endpoint, cancellationToken);
        var other = came with { Body = [.. came.Body, (byte)' '] };
        bool IsTaken(SignedEvent altered) => altered.IsSignedWith(endpoint.Secret);
        return $"as it came {IsTaken(came)}; body {IsTaken(other)}, id {IsTaken(came with { Id = Guid.NewGuid().ToString() })}, time {IsTaken(came with { Time = came.Time + "0" })}, "
            + $"former version {IsTaken(came with { Signatures = came.Signatures.Replace("v1,", "v0,", StringComparison.Ordinal) })}, another secret {came.IsSignedWith("whsec_" + Convert.ToBase64String(new byte[32]))}";
    }

    private static async Task<string> RotateAsync(Attacker attacker, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var second = await RotateAsync(attacker, endpoint, keepHours: 1, cancellationToken);
        var both = await TestAsync(attacker, endpoint, cancellationToken);
        var third = await RotateAsync(attacker, endpoint, keepHours: 0, cancellationToken);
        var one = await TestAsync(attacker, endpoint, cancellationToken);
        return $"both {both.IsSignedWith(endpoint.Secret)} {both.IsSignedWith(second)}; then {one.IsSignedWith(second)} {one.IsSignedWith(third)}";
    }

    private static async Task<string> RotateAsync(Attacker attacker, Endpoint endpoint, int keepHours, CancellationToken cancellationToken) => (string)(await attacker.SendAsync(
        Partner, HttpMethod.Post, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}/{endpoint.Id}/rotate-secret?keepHours={keepHours}"), null, cancellationToken)).Must(200).Json["secret"]!;

    private static async Task<SignedEvent> TestAsync(Attacker attacker, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var attempt = (await attacker.SendAsync(Partner, HttpMethod.Post, $"{Path}/{endpoint.Id}/test", null, cancellationToken)).Must(200).Json;
        return endpoint.System.Events.Last(came => string.Equals(came.Id, (string?)attempt["webhookId"], StringComparison.Ordinal));
    }

    private static async Task<Reply> ChangeAsync(Attacker attacker, HttpMethod method, string id, string? body, CancellationToken cancellationToken) => await attacker.SendAsync(
        new Call(method, new Uri(attacker.Target.Gateway, $"{Path}/{id}")) { Token = await attacker.TokenAsync(Partner), Body = body, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["If-Match"] = "*" } },
        cancellationToken);

    // By two people; asked again, the same terms let nothing more through and count at once.
    private static async Task AgreeAsync(Attacker attacker, CancellationToken cancellationToken)
    {
        var terms = new JsonObject
        {
            ["name"] = "An attacker",
            ["eventTypes"] = new JsonArray("pt.cnaim.referral.accepted.v1"),
            ["municipalities"] = new JsonArray("1106"),
            ["dataLevel"] = "count",
            ["validFrom"] = "2020-01-01",
            ["focalPoint"] = new JsonObject { ["name"] = "Nobody", ["email"] = "nobody@example.org" },
        };
        var change = new JsonObject { ["clientId"] = ClientOf(await attacker.TokenAsync(Partner)), ["terms"] = terms, ["reason"] = "attack" };
        var asked = (await attacker.SendAsync(Administrator("1"), HttpMethod.Post, Agreements, change, cancellationToken)).Must(200);
        if (asked.Json["decision"] is null)
        {
            (await attacker.SendAsync(Administrator("2"), HttpMethod.Post, $"{Agreements}/{asked.Id}/approve", null, cancellationToken)).Must(200);
        }
    }

    private static Identity Administrator(string desk) => new("reception", Role: "administrator", Desk: "attack-" + desk);

    private static string ClientOf(string token) => (string)JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!["sub"]!;

    private sealed record Endpoint(string Id, string Secret, PartnerSystem System);
}
