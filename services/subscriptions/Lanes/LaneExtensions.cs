namespace Cnaim.Subscriptions.Lanes;

internal static class LaneExtensions
{
    public static IServiceCollection AddLanes(this IServiceCollection services)
    {
        services.AddOptions<LaneOptions>().BindConfiguration("Lanes").Validate(options => options.LeaseSeconds >= 20, "Lanes__LeaseSeconds is at least 20.").ValidateOnStart();
        services.AddSingleton<Sending.SendWebhook>();
        services.AddSingleton<Events.ShowEvent>();
        services.AddSingleton<ComposeWebhook>();
        services.AddSingleton<TryEndpoint>();
        services.AddSingleton<LaneStore>();
        services.AddSingleton<RunLane>();
        services.AddHostedService<LaneRunner>();
        return services;
    }
}
