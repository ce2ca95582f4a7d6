namespace Cnaim.Faults.Tests;

/// <summary>Compares sets of ids: the client's file (C1), A's tables (C2), B's log without a unique key (C3), the broker's queues (C4) and the transactions' xmin.</summary>
internal static class FaultCount
{
    private const string TornMessages = """
        SELECT count(*)::int
        FROM messaging.sent_event AS e
        FULL JOIN (SELECT message_id, xmin FROM audit_entry WHERE message_id IS NOT NULL) AS a USING (message_id)
        WHERE e.xmin IS DISTINCT FROM a.xmin
        """;

    private const string TornApplications = """
        SELECT count(*)::int
        FROM apply_log AS l
        WHERE (SELECT count(*) FROM audit_entry AS a WHERE a.record_id = l.request_id::text AND a.action = 'probe.applied' AND a.xmin = l.xmin) <> 1
        """;

    public static async Task<FaultReport> CountAsync(FaultPair pair)
    {
        var accepted = pair.Load.Accepted();
        var rows = (await pair.A.QueryAsync<Guid>("SELECT request_id FROM probe_accepted")).ToHashSet();
        rows.UnionWith(pair.ForgottenRows);
        var versions = (await VersionsAsync(pair)).Concat(pair.ForgottenVersions).DistinctBy(row => row.Key).ToDictionary();
        var applied = await pair.B.QueryAsync<(Guid Message, Guid Request, Guid Stream)>("SELECT message_id, request_id, stream_id FROM apply_log ORDER BY entry");
        var ids = accepted.Select(row => row.Id).ToHashSet();
        return new FaultReport
        {
            Faults = pair.Faults,
            Accepted = ids.Count,
            Applied = applied.Count,
            Lost = ids.Except(applied.Select(row => row.Request)).Count(),
            Doubled = applied.Count - applied.DistinctBy(row => row.Message).Count(),
            OrderBreaks = applied.GroupBy(row => row.Stream).Sum(stream => Breaks(stream.Select(row => versions.GetValueOrDefault(row.Message)))),
            Ghosts = applied.Select(row => row.Request).Distinct().Count(id => !rows.Contains(id)),
            RepeatedRows = rows.Count - pair.Load.Keys - pair.Poison.Keys,
            Unhealed = await pair.WaitingAsync() + await LeftoversAsync(pair),
            Torn = await pair.A.ScalarAsync<int>(TornMessages) + await pair.B.ScalarAsync<int>(TornApplications),
        };
    }

    /// <summary>Messages of A by id (C2).</summary>
    public static async Task<Dictionary<Guid, long>> VersionsAsync(FaultPair pair) =>
        (await pair.A.QueryAsync<(Guid Id, long Version)>("SELECT message_id, version FROM messaging.sent_event")).ToDictionary(row => row.Id, row => row.Version);

    private static int Breaks(IEnumerable<long> versions)
    {
        var (last, breaks) = (0L, 0);
        foreach (var version in versions)
        {
            breaks += version == last + 1 ? 0 : 1;
            last = version;
        }

        return breaks;
    }

    // C4: what the broker itself says lies in the receiver's side queues.
    private static async Task<int> LeftoversAsync(FaultPair pair) =>
        (await pair.Lab.QueuesAsync()).Where(queue => queue.Key.StartsWith(pair.B.Code + "_", StringComparison.Ordinal)).Sum(queue => queue.Value);
}
