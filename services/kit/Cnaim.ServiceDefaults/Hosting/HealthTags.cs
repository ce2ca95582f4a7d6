namespace Cnaim.ServiceDefaults;

/// <summary>Tags that put a health check behind one of the health endpoints.</summary>
public static class HealthTags
{
    /// <summary><c>/health/ready</c>: database and migrations only.</summary>
    public const string Ready = "ready";

    /// <summary><c>/health/flow</c>: broker, relay age, consumers; truthful within 5 s.</summary>
    public const string Flow = "flow";
}
