namespace Cnaim.Messaging;

/// <summary>What of one person is to be forgotten in a service's messages, stored answers and audit trail.</summary>
public sealed record ErasureScope
{
    /// <summary>The order: the audit entry that names what was erased carries it.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The person as this service knows them; empty where records alone are forgotten at the end of their time.</summary>
    public required IReadOnlyCollection<string> References { get; init; }

    /// <summary>The streams about the person: messages to others name the person by the others' references.</summary>
    public required IReadOnlyCollection<Guid> Streams { get; init; }

    /// <summary>The person's records as the audit trail and stored answers name them: kind and id.</summary>
    public required IReadOnlyCollection<(string Kind, string Id)> Records { get; init; }

    /// <summary>Count only; the caller also rolls back to a savepoint of its own.</summary>
    public bool IsDryRun { get; init; }
}
