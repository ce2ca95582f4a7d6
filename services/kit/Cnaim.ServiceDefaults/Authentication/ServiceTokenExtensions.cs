using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>HTTP clients for other services of the platform.</summary>
public static class ServiceTokenExtensions
{
    /// <summary>Sends the service's own token with each request of the client.</summary>
    /// <param name="client">The client.</param>
    public static IHttpClientBuilder AddServiceToken(this IHttpClientBuilder client) => client.AddHttpMessageHandler<ServiceTokenHandler>();
}
