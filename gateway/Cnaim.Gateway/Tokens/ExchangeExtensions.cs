using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Gateway.Tokens;

internal static class ExchangeExtensions
{
    /// <summary>The policy of routes to services: a token or a session.</summary>
    public const string Caller = "caller";

    public static IServiceCollection AddExchange(this IServiceCollection services)
    {
        services.AddProblemCodes(typeof(GatewayRefusals));
        services.TryAddSingleton<InternalTokens>();
        services.AddHttpClient(RightsWatch.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(8));
        services.AddHostedService<RightsWatch>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null);
        services.AddAuthorizationBuilder().AddPolicy(Caller, policy => policy
            .AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme, SessionHandler.SchemeName).RequireAuthenticatedUser());
        return services;
    }
}
