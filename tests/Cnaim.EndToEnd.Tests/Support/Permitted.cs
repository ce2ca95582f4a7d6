using Dapper;
using Npgsql;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>What two databases may share, and why. A value that is in no rule here is shared by nobody.</summary>
internal sealed class Permitted
{
    private const string Referrals = """
        SELECT replace(referral_id::text, '-', ''), receiver_office FROM referral_sent WHERE receiver_office IS NOT NULL
        UNION SELECT replace(referral_id::text, '-', ''), office FROM referral_offer_sent
        """;

    // The permit of a referral, and the name under which the sender hands the person to the receiver: as much as the referral itself says.
    private const string Disclosures = """
        SELECT replace(disclosure_id::text, '-', ''), receiver_ref, sender_office, receiver_office FROM disclosure
        """;

    // What a look at a record was for stands in screening's trail (ADR 0086); at a third service its kind alone.
    private const string Tickets = "SELECT replace(ticket_id::text, '-', '') FROM ticket";

    private const string Cases = "SELECT replace(case_id::text, '-', '') FROM case_file";

    private const string References = "SELECT ref, office FROM person_ref";

    private const string Messages = """
        SELECT replace(message_id::text, '-', ''), audience FROM messaging.sent_event
        UNION SELECT replace(stream_id::text, '-', ''), audience FROM messaging.sent_event
        """;

    private const string Heads = "SELECT head, service FROM audit_head";

    // Given to partners with every event, so that the trail can be checked against what they keep.
    private const string Roots = "SELECT root FROM audit_root";

    // An order is known by its office's id to that office, to screening who gave it, and to the directory who keeps that it was carried out.
    private const string Orders = """
        SELECT replace(order_id::text, '-', ''), office FROM erasure_at_office
        UNION SELECT replace(erasure_id::text, '-', ''), 'screening' FROM erasure
        """;

    // One that two services gave would join them.
    private const string Erasures = "SELECT digest, min(service) FROM kept_erasure GROUP BY digest HAVING count(*) = 1";

    // Public places: the longer codes look like secrets.
    private const string Centres = "SELECT code FROM centre";

    private readonly Dictionary<string, HashSet<string>> _parties = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when every database that has the value is a party to it.</summary>
    public bool Allows(string token, IEnumerable<string> databases) => _parties.TryGetValue(token, out var parties) && databases.All(parties.Contains);

    public static async Task<Permitted> ReadAsync(IReadOnlyDictionary<string, string> databases, IReadOnlyCollection<string> offices)
    {
        var permitted = new Permitted();
        foreach (var office in offices)
        {
            foreach (var id in await QueryAsync<string>(databases[office], office is "reception" ? $"{Cases} UNION {Tickets}" : Cases))
            {
                permitted.Add(id, office, "screening");
            }

            foreach (var (id, other) in await QueryAsync<(string, string)>(databases[office], Referrals))
            {
                permitted.Add(id, office, other, "screening", "subscriptions"); // screening follows every referral in the person's process, subscriptions keeps its events for 30 days
            }
        }

        foreach (var (id, reference, sender, receiver) in await QueryAsync<(string, string, string, string)>(databases["screening"], Disclosures))
        {
            permitted.Add(id, sender, receiver, "screening", "subscriptions"); // a referral's events carry the disclosure that it rests on
            permitted.Add(reference, sender, receiver, "screening");
        }

        foreach (var (reference, office) in await QueryAsync<(string, string)>(databases["screening"], References))
        {
            permitted.Add(reference, office, "screening"); // the one place that maps references to people
        }

        foreach (var service in offices.Append("screening"))
        {
            foreach (var (id, audience) in await QueryAsync<(string, string)>(databases[service], Messages))
            {
                permitted.Add(id, [service, .. offices.Contains(audience) ? (string[])[audience] : ["screening", "subscriptions"]]); // a message and its stream are known to who sent it and who got it
            }
        }

        foreach (var centre in await QueryAsync<string>(databases["directory"], Centres))
        {
            permitted.Add(centre, databases.Keys);
        }

        foreach (var (head, service) in await QueryAsync<(string, string)>(databases["directory"], Heads))
        {
            permitted.Add(head, service, "directory"); // a digest of the audit chain
        }

        foreach (var root in await QueryAsync<string>(databases["directory"], Roots))
        {
            permitted.Add(root, "directory", "subscriptions");
        }

        foreach (var (id, office) in await QueryAsync<(string, string)>(databases["screening"], Orders))
        {
            permitted.Add(id, office, "screening", "directory");
        }

        foreach (var (digest, service) in await QueryAsync<(string, string)>(databases["directory"], Erasures))
        {
            permitted.Add(digest, service, "directory"); // what a restored service has to forget again
        }

        return permitted;
    }

    private void Add(string token, params IEnumerable<string> parties)
    {
        if (!_parties.TryGetValue(token, out var known))
        {
            _parties[token] = known = new HashSet<string>(StringComparer.Ordinal);
        }

        known.UnionWith(parties);
    }

    private static async Task<IReadOnlyList<T>> QueryAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        return [.. await connection.QueryAsync<T>(sql)];
    }
}
