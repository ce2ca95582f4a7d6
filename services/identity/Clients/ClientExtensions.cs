using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cnaim.Identity.Clients;

internal static class ClientExtensions
{
    public static IServiceCollection AddClients(this IServiceCollection services)
    {
        services.AddOptions<SeedOptions>().BindConfiguration("Seed").ValidateOnStart();
        services.AddSingleton<IValidateOptions<SeedOptions>, SeedOptionsCheck>();
        services.TryAddSingleton<ClientStore>();
        services.TryAddSingleton<SeedClients>();
        services.TryAddSingleton<ClientAssertion>();
        services.TryAddSingleton<AuthenticateClient>();
        return services;
    }
}
