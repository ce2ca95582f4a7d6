using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cnaim.Subscriptions.Guard;

internal static class GuardExtensions
{
    public const string HttpClientName = "receivers";

    public static IServiceCollection AddGuard(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<GuardOptions>, GuardOptionsCheck>();
        services.AddOptions<GuardOptions>().BindConfiguration("Guard").ValidateOnStart();
        services.TryAddSingleton<IResolveHost, ResolveHost>();
        services.AddSingleton<AddressGuard>();
        services.AddHttpClient(HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => GuardedHandler.Create(provider.GetRequiredService<AddressGuard>()))
            .RemoveAllLoggers();
        return services;
    }
}
