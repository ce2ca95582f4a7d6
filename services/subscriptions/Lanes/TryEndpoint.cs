using Cnaim.Subscriptions.Queues;
using Cnaim.Subscriptions.Sending;
using Cnaim.Subscriptions.Webhooks;

namespace Cnaim.Subscriptions.Lanes;

/// <summary>Sends one request of a kind to an endpoint; no database.</summary>
internal sealed class TryEndpoint(ComposeWebhook compose, SendWebhook send, SendToQueue queues)
{
    public async Task<Attempt> EventAsync(LaneHead head, CancellationToken cancellationToken) =>
        await AttemptAsync(head.Endpoint, AttemptKind.Event, head.Endpoint.Attempts + 1, compose.OfEvent(head), cancellationToken);

    public async Task<Attempt> OwnAsync(WebhookEndpoint endpoint, string kind, CancellationToken cancellationToken) =>
        await AttemptAsync(endpoint, kind, 1, compose.Own(endpoint, kind), cancellationToken);

    /// <summary>Delivered only when the challenge came back.</summary>
    public async Task<Attempt> HandshakeAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        var (webhook, challenge) = compose.Handshake(endpoint);
        var attempt = await AttemptAsync(endpoint, AttemptKind.Handshake, endpoint.Attempts + 1, webhook, cancellationToken);
        return !attempt.Answer.IsSuccess || Challenge.IsEchoed(attempt.Answer.Body, challenge) ? attempt : attempt with { Answer = attempt.Answer with { Outcome = Outcome.NotEchoed } };
    }

    private async Task<Attempt> AttemptAsync(WebhookEndpoint endpoint, string kind, int number, OutgoingWebhook webhook, CancellationToken cancellationToken) =>
        new(endpoint.EndpointId, endpoint.ClientId, kind, number, webhook, endpoint.IsQueue
            ? await queues.SendAsync(webhook, kind is AttemptKind.Event ? endpoint.SentCount + 1 : 0, cancellationToken)
            : await send.SendAsync(webhook, cancellationToken));
}
