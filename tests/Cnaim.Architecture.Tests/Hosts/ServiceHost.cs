using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cnaim.Architecture.Tests.Hosts;

/// <summary>A service as its Program composes it, without its background work: it needs no database, no broker and no port.</summary>
/// <typeparam name="TEntryPoint">Any type of the service's assembly.</typeparam>
/// <param name="code">The service's code.</param>
internal sealed class ServiceHost<TEntryPoint>(string code) : WebApplicationFactory<TEntryPoint>
    where TEntryPoint : class
{
    private const string Nowhere = "http://127.0.0.1:1";

    private readonly string _settings = Path.Combine(AppContext.BaseDirectory, "config", code);

    private static Dictionary<string, string?> SettingsOf(string code) => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings:Database"] = "Host=127.0.0.1;Port=1;Username=nobody;Database=none",
        ["Broker:Url"] = "amqp://nobody:none@127.0.0.1:1/none",
        ["Protection:Key"] = Convert.ToBase64String(new byte[32]),
        ["Identity:Issuer"] = Nowhere,
        ["Identity:Keys"] = Nowhere,
        ["Identity:Client:Id"] = code,
        ["Services:identity:Http"] = Nowhere,
        ["Services:directory:Http"] = Nowhere,
        ["Services:screening:Grpc"] = Nowhere,
        ["Grpc:Url"] = Nowhere,
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
    };

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection([.. SettingsOf(code), new("contentRoot", _settings)]));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(_settings);
        builder.ConfigureTestServices(services =>
        {
            foreach (var work in services.Where(service => service.ServiceType == typeof(IHostedService) && !IsServer(service)).ToList())
            {
                services.Remove(work);
            }
        });
    }

    private static bool IsServer(ServiceDescriptor service) => service.ImplementationType?.Name is "GenericWebHostService";
}
