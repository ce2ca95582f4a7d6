using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Which health checks count for which service; the empty name is the whole server.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The official name.")]
public sealed class ServiceMappingCollection : IEnumerable<ServiceMapping>
{
    private readonly Dictionary<string, ServiceMapping> _mappings = new(StringComparer.Ordinal);

    /// <summary>Maps checks to a service; replaces an earlier mapping.</summary>
    /// <param name="name">The service's full name, or empty.</param>
    /// <param name="predicate">True for checks that count.</param>
    public void Map(string name, Func<HealthCheckMapContext, bool> predicate) => _mappings[name] = new ServiceMapping(name, predicate);

    /// <summary>Removes all mappings.</summary>
    public void Clear() => _mappings.Clear();

    /// <inheritdoc/>
    public IEnumerator<ServiceMapping> GetEnumerator() => _mappings.Values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal ServiceMapping? Find(string name) => _mappings.GetValueOrDefault(name);
}
