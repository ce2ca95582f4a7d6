using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>HTTP clients for other services of the platform.</summary>
public static class ServiceTokenExtensions
{
    /// <summary>Sends a token for one service with each request of the client: for the caller whose request is being served, otherwise the service's own.</summary>
    /// <param name="client">The client.</param>
    /// <param name="audience">The code of the service that is called.</param>
    public static IHttpClientBuilder AddServiceToken(this IHttpClientBuilder client, string audience) =>
        client.AddHttpMessageHandler(provider => new ServiceTokenHandler(provider.GetRequiredService<ServiceTokens>(), audience));
}
