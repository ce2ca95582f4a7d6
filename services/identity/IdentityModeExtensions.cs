using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Identity;

internal static class IdentityModeExtensions
{
    public static IServiceCollection AddIdentityMode(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => IdentityMode.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddHostedService<IdentityStart>();
        services.TryAddSingleton<IdentityReadiness>();
        services.AddHealthChecks().AddCheck<IdentityReadiness>("keys-and-clients", tags: [Cnaim.ServiceDefaults.HealthTags.Ready]);
        return services;
    }
}
