using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Mediation.Erasures;

internal static class ErasureRegistrations
{
    public static IServiceCollection AddErasures(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ErasureOptions>().BindConfiguration("Erasures");
        services.TryAddScoped<ForgetReferences>();
        services.TryAddScoped<IReapplyErasures>(provider => provider.GetRequiredService<ForgetReferences>());
        var directory = configuration["Services:directory:Http"] ?? throw new InvalidOperationException("Set Services__directory__Http to the address of that service.");
        services.AddHttpClient(FollowErasures.HttpClientName, client => client.BaseAddress = new Uri(directory)).AddServiceToken("directory");
        services.AddHostedService<FollowErasures>();
        return services;
    }
}
