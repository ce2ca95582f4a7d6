namespace Cnaim.Servers;

/// <summary>Kind of the services' own queues.</summary>
public enum QueueType
{
    /// <summary>Replicated log with delivery limit and at-least-once dead-lettering: what is shipped.</summary>
    Quorum,

    /// <summary>Classic durable queue, for comparison in benchmarks only.</summary>
    Classic,
}
