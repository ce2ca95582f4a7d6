using Cnaim.Subscriptions.Agreements;
using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Webhooks;

namespace Cnaim.Subscriptions.Lanes;

/// <summary>A lane as it is now, with the delivery at its head.</summary>
internal sealed record LaneHead(WebhookEndpoint Endpoint, AgreementRow Agreement, KeptEvent? Event, HeadDelivery? Delivery);

/// <summary>The delivery that is tried next.</summary>
internal sealed record HeadDelivery
{
    public long DeliveryNo { get; init; }

    public DateOnly DeliveryDay { get; init; }

    public Guid WebhookId { get; init; }

    /// <summary>By the agreement as it is now: what was narrowed meanwhile does not leave.</summary>
    public bool IsAllowed { get; init; }
}
