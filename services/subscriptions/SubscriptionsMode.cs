namespace Cnaim.Subscriptions;

/// <summary>Sandbox or production (CNAIM_MODE); whatever is not the sandbox is production, so that a typing error closes and does not open.</summary>
internal sealed record SubscriptionsMode(bool IsSandbox)
{
    public static SubscriptionsMode Read(IConfiguration configuration) =>
        new(string.Equals(configuration["CNAIM_MODE"], "sandbox", StringComparison.Ordinal));
}
