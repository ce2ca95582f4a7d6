using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

/// <summary>Rows of one transaction carry the same xmin (reliability.md section 3).</summary>
internal static class Oracle
{
    /// <summary>Events and audit entries that were not written by one transaction; must be 0.</summary>
    public static Task<long> TornAsync(TestOffice office) => office.ScalarAsync<long>("""
        SELECT count(*)
        FROM messaging.sent_event AS e
        FULL JOIN (SELECT message_id, xmin FROM audit_entry WHERE message_id IS NOT NULL) AS a USING (message_id)
        WHERE e.xmin IS DISTINCT FROM a.xmin
        """);

    /// <summary>Whether state, outbox row, event and audit entry of a request were written by one transaction.</summary>
    public static Task<bool> IsOneTransactionAsync(TestOffice office, Guid streamId) => office.ScalarAsync<bool>("""
        SELECT r.xmin = o.xmin AND o.xmin = e.xmin AND e.xmin = a.xmin
        FROM messaging.outbox AS o
        JOIN messaging.sent_event AS e USING (message_id)
        JOIN audit_entry AS a USING (message_id)
        JOIN probe_accepted AS r ON r.stream_id = o.stream_id
        WHERE o.stream_id = @streamId
        """, new { streamId });

    /// <summary>Versions in the order in which the receiver applied them, by the sender's own numbers.</summary>
    public static async Task<List<(Guid Stream, long Version)>> AppliedVersionsAsync(OfficePair pair)
    {
        var versions = (await pair.Sender.QueryAsync<(Guid Id, long Version)>("SELECT message_id, version FROM messaging.sent_event")).ToDictionary(row => row.Id, row => row.Version);
        var applied = await pair.Receiver.QueryAsync<(Guid Stream, Guid Id)>("SELECT stream_id, message_id FROM apply_log ORDER BY entry");
        return applied.ConvertAll(row => (row.Stream, versions[row.Id]));
    }

    /// <summary>I2 and I3: each stream's versions are 1, 2, 3, … without gap, step back or repetition.</summary>
    public static async Task ShouldBeInOrderAsync(OfficePair pair)
    {
        foreach (var stream in (await AppliedVersionsAsync(pair)).GroupBy(row => row.Stream))
        {
            stream.Select(row => row.Version).ShouldBe(Enumerable.Range(1, stream.Count()).Select(number => (long)number));
        }
    }
}
