using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cnaim.Identity.External;

internal static class ExternalExtensions
{
    public static IServiceCollection AddExternalIssuers(this IServiceCollection services)
    {
        services.AddOptions<ExternalIssuerOptions>().BindConfiguration("").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ExternalIssuerOptions>, ExternalIssuerCheck>();
        services.AddHttpClient(ExternalKeys.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(3));
        services.TryAddSingleton<ExternalKeys>();
        services.TryAddSingleton<ReadExternalToken>();
        return services;
    }
}
