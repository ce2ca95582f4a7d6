using System.Text.Json.Nodes;
using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Lanes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cnaim.Subscriptions.Webhooks;

/// <summary>What this service sends to a partner's endpoint, in the document beside what it answers.</summary>
internal sealed class DescribeWebhooks : IOpenApiDocumentTransformer
{
    private const string Challenge = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c";
    private const string Id = "0198f1c2-7d5e-7a31-9c55-3f1a2b4c5d6e";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Webhooks = new Dictionary<string, IOpenApiPathItem>(StringComparer.Ordinal)
        {
            ["event"] = Sent(document, "event", "An event that the agreement lets out", "In the order of each source and subject; the next only after a 2xx. The same 'webhook-id' is the same event. /docs/webhooks tells all of it.", Event(), new OpenApiResponse { Description = "Received, and nothing more." }),
            [AttemptKind.Handshake] = Own(document, AttemptKind.Handshake, "The challenge, before an endpoint is active and after its address changed", "Comes after 1 s, 5 s and 5 min, then when it is asked for.", new JsonObject { ["challenge"] = Challenge }, Echo()),
            [AttemptKind.Heartbeat] = Own(document, AttemptKind.Heartbeat, "Nothing was sent for 15 minutes", "One that fails is logged and not repeated.", [], new OpenApiResponse { Description = "Heard." }),
            [AttemptKind.Test] = Own(document, AttemptKind.Test, "The partner asked for a test", "What came back is shown at once.", [], new OpenApiResponse { Description = "Heard." }),
        };
        return Task.CompletedTask;
    }

    private static OpenApiPathItem Own(OpenApiDocument document, string kind, string summary, string description, JsonObject data, OpenApiResponse success) =>
        Sent(document, kind, summary, description, new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = Id,
            ["source"] = ComposeWebhook.Source,
            ["type"] = ComposeWebhook.TypeOf(kind),
            ["time"] = "2026-03-05T14:32:00Z",
            ["datacontenttype"] = "application/json",
            ["data"] = data,
        }, success);

    private static OpenApiPathItem Sent(OpenApiDocument document, string name, string summary, string description, JsonObject example, OpenApiResponse success) => new()
    {
        Operations = new Dictionary<HttpMethod, OpenApiOperation>
        {
            [HttpMethod.Post] = new()
            {
                OperationId = "Webhook_" + name,
                Summary = summary,
                Description = description,
                Tags = new HashSet<OpenApiTagReference> { new("Webhooks", document) },
                Security = [], // no token: the signature says who sends
                Parameters = [.. Headers()],
                RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/cloudevents+json"] = new() { Schema = new OpenApiSchemaReference(nameof(CloudEvent), document), Example = example } },
                },
                Responses = Answers(success),
            },
        },
    };

    private static IEnumerable<OpenApiParameter> Headers()
    {
        yield return Header("webhook-id", "Of this event: the same on every try and replay.", Id);
        yield return Header("webhook-timestamp", "When this try was sent, in seconds since 1970 (UTC); refuse what is more than 5 minutes away from your clock.", "1772721120");
        yield return Header("webhook-signature", "'v1,' and base64 of HMAC-SHA-256 over id.timestamp.body; two, parted by a blank, while a secret is being rotated.", "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=");
        yield return Header("cnaim-audit-root", "The network's latest audit root, 64 hexadecimal digits, to be kept with the day; absent until there is one.", "5f1d4c0f2f0c7a1b9f6a3f0d6f7f7f6a8f0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d", isRequired: false);
    }

    private static OpenApiParameter Header(string name, string description, string example, bool isRequired = true) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };

    private static OpenApiResponses Answers(OpenApiResponse success) => new()
    {
        ["2XX"] = success,
        ["3XX"] = new OpenApiResponse { Description = "Failed; a redirect is not followed." },
        ["410"] = new OpenApiResponse { Description = "No more: the endpoint is disabled until a challenge is echoed again." },
        ["429"] = Throttled(),
        ["502"] = Throttled(),
        ["503"] = Throttled(),
        ["504"] = Throttled(),
        ["default"] = new OpenApiResponse { Description = "Failed, as no answer within 15 s: an event is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, then the endpoint is in error." },
    };

    private static OpenApiResponse Throttled() => new()
    {
        Description = "Less: tried again, one request a second at most for 10 minutes.",
        Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            ["Retry-After"] = new OpenApiHeader { Description = "Seconds or a date; kept where it is longer than the timetable, at most 24 hours.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
        },
    };

    private static OpenApiResponse Echo() => new()
    {
        Description = "The challenge, as the whole body or as the member 'challenge' of a JSON object, in the first 2 KiB.",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["text/plain"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = Challenge },
            ["application/json"] = new()
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["challenge"] = new OpenApiSchema { Type = JsonSchemaType.String } } },
                Example = new JsonObject { ["challenge"] = Challenge },
            },
        },
    };

    private static JsonObject Event() => new()
    {
        ["specversion"] = "1.0",
        ["id"] = Id,
        ["source"] = "urn:cnaim:network:4f2a9c1e7b3d5a60",
        ["type"] = "pt.cnaim.referral.accepted.v1",
        ["subject"] = "3b0c1d2e-4f5a-8b6c-9d7e-8f9a0b1c2d3e",
        ["time"] = "2026-03-05T14:32:00Z",
        ["datacontenttype"] = "application/json",
        ["sequence"] = "1",
        ["municipality"] = "1106",
        ["data"] = new JsonObject { ["sender"] = "reception", ["receiver"] = "health", ["request"] = "health.user-number", ["status"] = "accepted", ["centre"] = "cnaim-lisboa" },
    };
}
