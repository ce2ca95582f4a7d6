using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Cnaim.Offices.Tests.Support;

/// <summary>One office as it ships, on its own database and broker user.</summary>
internal sealed class OfficeHost<TMarker> : IOfficeHost
    where TMarker : class
{
    private readonly WebApplicationFactory<TMarker> _factory;
    private readonly OfficeNetwork _network;

    private OfficeHost(string code, WebApplicationFactory<TMarker> factory, OfficeNetwork network)
    {
        (Code, _factory, _network) = (code, factory, network);
        Database = factory.Services.GetRequiredService<NpgsqlDataSource>();
    }

    public string Code { get; }

    public NpgsqlDataSource Database { get; }

    public IServiceProvider Services => _factory.Services;

    public static async Task<OfficeHost<TMarker>> StartAsync(string code, OfficeNetwork network)
    {
        var connection = await network.Servers.Postgres.Databases.CreateAsync(code, TestContext.Current.CancellationToken);
        var host = new OfficeHost<TMarker>(code, Factory(code, connection, network), network);
        using var client = host._factory.CreateClient();
        await Wait.UntilAsync(async () => (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode == HttpStatusCode.OK, $"{code} to be ready");
        return host;
    }

    /// <summary>A client of staff of this office at a centre.</summary>
    public HttpClient At(string centre, string role = "office-agent", string? office = null)
    {
        var client = _factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _network.Identity.TokenOf(office ?? Code, centre, role));
        return client;
    }

    public HttpClient Anonymous() => _factory.CreateClient();

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    private static WebApplicationFactory<TMarker> Factory(string code, string connection, OfficeNetwork network)
    {
        var factory = new WebApplicationFactory<TMarker>();
        return factory.WithWebHostBuilder(builder =>
        {
            builder.UseContentRoot(Path.Combine(AppContext.BaseDirectory, "config", code));
            builder.UseSetting("ConnectionStrings:Database", connection);
            builder.UseSetting("Broker:Url", network.Servers.Broker.UrlOf(code));
            builder.UseSetting("Protection:Key", Convert.ToBase64String(SHA256.HashData([1])));
            builder.UseSetting("Identity:Issuer", TestIdentity.Issuer);
            builder.UseSetting("Identity:Keys", network.Identity.Address + "/keys");
            builder.UseSetting("Identity:Client:Id", code);
            builder.UseSetting("Identity:Client:Secret", "test");
            builder.UseSetting("Limits:RequestsPerSecond", "100000");
            builder.UseSetting("Services:identity:Http", network.Identity.Address);
            builder.UseSetting("Services:directory:Http", network.Directory.Address);
            builder.UseSetting("Services:screening:Grpc", network.Screening.Address);
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(network.Clock)));
        });
    }
}
