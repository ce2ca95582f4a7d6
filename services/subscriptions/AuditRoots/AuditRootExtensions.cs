using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Subscriptions.AuditRoots;

internal static class AuditRootExtensions
{
    public static IServiceCollection AddAuditRoots(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<LatestAuditRoot>();
        var directory = configuration["Services:directory:Http"] ?? throw new InvalidOperationException("Set Services__directory__Http to the address of that service.");
        services.AddHttpClient(FollowAuditRoot.HttpClientName, client => client.BaseAddress = new Uri(directory)).AddServiceToken("directory");
        services.AddHostedService<FollowAuditRoot>();
        return services;
    }
}
