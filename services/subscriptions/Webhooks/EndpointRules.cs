using Cnaim.ServiceDefaults.Problems;
using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Guard;

namespace Cnaim.Subscriptions.Webhooks;

/// <summary>What an endpoint may be.</summary>
internal sealed class EndpointRules(AddressGuard guard)
{
    public const int Most = 20;

    public async Task<Refusal?> CheckAsync(EndpointInput input, CancellationToken cancellationToken)
    {
        string?[] errors =
        [
            input.Description is null or { Length: <= 200 } ? null : "description: use up to 200 characters.",
            input.EventTypes is not { } types || (types.Count is >= 1 and <= 100 && types.All(EventTypes.All.Contains)) ? null : "eventTypes: use wire types of the event catalogue, or leave it out.",
            input.RatePerSecond is >= 1 and <= 100 ? null : "ratePerSecond: use 1 to 100.",
        ];
        return errors.OfType<string>().ToList() is { Count: > 0 } wrong ? SubscriptionsRefusals.EndpointWith(wrong)
            : await guard.CheckAsync(input.Url, cancellationToken) is { } refused ? SubscriptionsRefusals.AddressWith(refused)
            : null;
    }
}
