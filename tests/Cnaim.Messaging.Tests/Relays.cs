using Cnaim.Messaging.Relay;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Cnaim.Messaging.Tests;

internal static class Relays
{
    /// <summary>The same service without its relay.</summary>
    public static void Remove(WebApplicationBuilder builder) =>
        builder.Services.Remove(builder.Services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(RelayService)));
}
