using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cnaim.ServiceDefaults.Protection;
using Cnaim.Subscriptions.AuditRoots;
using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Sending;
using Cnaim.Subscriptions.Webhooks;

namespace Cnaim.Subscriptions.Lanes;

/// <summary>Makes the requests: events as the agreement lets them out, and the service's own three.</summary>
internal sealed class ComposeWebhook(ShowEvent show, FieldProtection protection, LatestAuditRoot root, TimeProvider clock)
{
    public const string Source = "urn:cnaim:subscriptions";
    private const string TypePrefix = "pt.cnaim.subscriptions.";
    private const int ChallengeSize = 24;

    /// <summary>The type of one of the service's own.</summary>
    public static string TypeOf(string kind) => $"{TypePrefix}{kind}.v1";

    public OutgoingWebhook OfEvent(LaneHead head) => For(head.Endpoint, head.Delivery!.WebhookId.ToString(), show.As(head.Event!, head.Agreement));

    /// <summary>A heartbeat or a test: something that carries nothing.</summary>
    public OutgoingWebhook Own(WebhookEndpoint endpoint, string kind) => Own(endpoint, kind, []);

    /// <summary>With a challenge that only whoever reads it can send back.</summary>
    public (OutgoingWebhook Webhook, string Challenge) Handshake(WebhookEndpoint endpoint)
    {
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ChallengeSize));
        return (Own(endpoint, AttemptKind.Handshake, new JsonObject { ["challenge"] = challenge }), challenge);
    }

    private OutgoingWebhook Own(WebhookEndpoint endpoint, string kind, JsonObject data)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString();
        return For(endpoint, id, new CloudEvent { Id = id, Source = Source, Type = TypeOf(kind), Time = now, Auditroot = root.Current, Data = data });
    }

    private OutgoingWebhook For(WebhookEndpoint endpoint, string webhookId, CloudEvent shown) => new()
    {
        Url = new Uri(endpoint.Url),
        WebhookId = webhookId,
        Body = JsonSerializer.SerializeToUtf8Bytes(shown, JsonSerializerOptions.Web),
        Secrets = endpoint.Open(protection, clock.GetUtcNow()),
        AuditRoot = root.Current,
    };
}
