using Cnaim.ServiceDefaults.Problems;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Gateway.Tokens;

internal static class ExchangeExtensions
{
    public static IServiceCollection AddExchange(this IServiceCollection services)
    {
        services.AddProblemCodes(typeof(GatewayRefusals));
        services.TryAddSingleton<InternalTokens>();
        return services;
    }
}
