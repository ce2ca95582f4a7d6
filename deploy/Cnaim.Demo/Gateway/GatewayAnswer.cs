using System.Net;
using System.Text.Json.Nodes;

namespace Cnaim.Demo.Gateway;

/// <summary>What the gateway answered, after as many attempts as were needed.</summary>
public sealed record GatewayAnswer
{
    /// <summary>The status of the last attempt.</summary>
    public required HttpStatusCode Status { get; init; }

    /// <summary>The body as JSON; null when it is empty or something else.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The idempotency key that was sent; null where there is none.</summary>
    public string? Key { get; init; }

    /// <summary>The entity tag.</summary>
    public string? ETag { get; init; }

    /// <summary>1, or more when the request was repeated with its key.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>True for 2xx.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The code of the problem, without <c>urn:cnaim:problem:</c>.</summary>
    public string? Problem => Text("type")?.Split(':')[^1];

    /// <summary>A property of the body as text.</summary>
    public string? Text(string property) => Body is JsonObject body && body[property] is JsonValue value ? value.ToString() : null;

    /// <summary>A list of the body.</summary>
    /// <exception cref="DemoRefusedException">The answer has none.</exception>
    public JsonArray List(string property) =>
        Body?[property] as JsonArray ?? throw new DemoRefusedException($"The answer has no list '{property}'.");

    /// <summary>The list of the body: itself, or its <c>items</c>.</summary>
    public IReadOnlyList<JsonNode> Items() =>
        (Body as JsonArray ?? Body?["items"] as JsonArray ?? []).OfType<JsonNode>().ToList();
}
