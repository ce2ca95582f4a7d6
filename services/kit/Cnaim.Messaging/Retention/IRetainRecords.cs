namespace Cnaim.Messaging;

/// <summary>The seam for records that are forgotten when their time is over: one registration for each category that a service keeps.</summary>
public interface IRetainRecords
{
    /// <summary>The category in <c>deploy/data/retention.json</c>, for example <c>cases</c>. Without a rule there nothing is erased.</summary>
    string Category { get; }

    /// <summary>What a run would find, inside the open <c>OfficeTransaction</c>.</summary>
    /// <param name="endedBefore">Records that ended before this time are due.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<RetentionCount> CountAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken);

    /// <summary>Erases the personal fields of some records that are due, inside the open <c>OfficeTransaction</c>. What another replica holds is passed over.</summary>
    /// <param name="runId">The run, for the audit entry that names what was erased.</param>
    /// <param name="endedBefore">Records that ended before this time are due.</param>
    /// <param name="limit">At most so many records.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How many records; fewer than <paramref name="limit"/> when nothing is left.</returns>
    Task<int> EraseAsync(Guid runId, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken);
}
