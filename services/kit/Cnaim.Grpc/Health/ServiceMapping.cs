namespace Grpc.AspNetCore.HealthChecks;

/// <summary>The health checks that count for one service.</summary>
public sealed class ServiceMapping
{
    /// <summary>A mapping.</summary>
    /// <param name="name">The service's full name, or empty for the whole server.</param>
    /// <param name="predicate">True for checks that count.</param>
    public ServiceMapping(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(predicate);
        Name = name;
        HealthCheckPredicate = predicate;
    }

    /// <summary>The service's full name, or empty for the whole server.</summary>
    public string Name { get; }

    /// <summary>True for checks that count.</summary>
    public Func<HealthCheckMapContext, bool> HealthCheckPredicate { get; }
}
