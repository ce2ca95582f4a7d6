namespace Grpc.AspNetCore.HealthChecks;

/// <summary>A health check that may count for a service.</summary>
public sealed class HealthCheckMapContext
{
    /// <summary>A context.</summary>
    /// <param name="name">The check's name.</param>
    /// <param name="tags">The check's tags.</param>
    public HealthCheckMapContext(string name, IEnumerable<string> tags)
    {
        Name = name;
        Tags = tags;
    }

    /// <summary>The check's name.</summary>
    public string Name { get; }

    /// <summary>The check's tags.</summary>
    public IEnumerable<string> Tags { get; }
}
