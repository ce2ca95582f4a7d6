using System.Collections.Concurrent;
using System.Reflection;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Architecture.Tests.Hosts;

/// <summary>What a service maps, and what its document says of it.</summary>
internal sealed class ServiceApi
{
    private static readonly ConcurrentDictionary<string, Lazy<ServiceApi>> Read = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> ProjectOf = Services.Projects.Append(Services.Gateway).ToDictionary(Services.CodeOf, StringComparer.Ordinal);

    private ServiceApi(IReadOnlyList<RouteEndpoint> endpoints, string document, IReadOnlyList<ProblemEntry> problems) => (Endpoints, Document, Problems) = (endpoints, document, problems);

    /// <summary>The services that publish a document.</summary>
    public static IEnumerable<string> Codes => Services.Projects.Select(Services.CodeOf).Order(StringComparer.Ordinal);

    /// <summary>Everything that answers requests: the services and the gateway.</summary>
    public static IEnumerable<string> Hosts => ProjectOf.Keys.Order(StringComparer.Ordinal);

    public IReadOnlyList<RouteEndpoint> Endpoints { get; }

    /// <summary>The document as it is served.</summary>
    public string Document { get; }

    /// <summary>The codes that it answers.</summary>
    public IReadOnlyList<ProblemEntry> Problems { get; }

    /// <summary>The service of a code; composed once in a test run.</summary>
    public static ServiceApi Of(string code) => Read.GetOrAdd(code, key => new Lazy<ServiceApi>(() => Compose(key))).Value;

    private static ServiceApi Compose(string code)
    {
        var program = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(ProjectOf[code]) + ".dll")).EntryPoint!.DeclaringType!;
        return (ServiceApi)typeof(ServiceApi).GetMethod(nameof(From), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(program).Invoke(null, [code])!;
    }

    private static ServiceApi From<TEntryPoint>(string code)
        where TEntryPoint : class
    {
        using var host = new ServiceHost<TEntryPoint>(code);
        using var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var document = client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)).GetAwaiter().GetResult();
        return new ServiceApi([.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()], document, host.Services.GetRequiredService<ProblemCatalogue>().Entries);
    }
}
