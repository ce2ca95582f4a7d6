using System.Text.Json;
using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Feed;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Subscriptions.Tests.Feed;

/// <summary>Many writers, and many rows.</summary>
public sealed class When_the_log_grows(Installation here) : IClassFixture<Installation>
{
    private const string Fill = """
        INSERT INTO event_log (event_day, position, event_id, event_type, source, subject, sequence, data_schema, municipality, occurred_at, received_at, data)
        SELECT
            (clock_timestamp() AT TIME ZONE 'UTC')::date - 29 + (n * 30 / (@rows + 1))::int,
            @first + n,
            gen_random_uuid(),
            'pt.cnaim.referral.accepted.v1',
            'urn:cnaim:health',
            gen_random_uuid(),
            1,
            'urn:cnaim:schema:pt.cnaim.referral.accepted.v1',
            CASE WHEN n % 308 = 0 THEN '1106' ELSE '1312' END,
            now(),
            now(),
            '{"status":"accepted"}'
        FROM generate_series(1, @rows) AS n
        """;

    [Fact]
    public async Task Should_hide_nothing_from_a_reader_who_goes_on_while_writers_commit_in_any_order()
    {
        var client = await here.AgreeAsync();
        var feed = here.Services.GetRequiredService<FeedStore>();
        var (stop, seen, after) = (false, new List<Guid>(), await feed.NewestAsync(Calls.Cancelled));
        var reader = ReadAllAsync();

        var written = (await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => WriteAsync(writer, 40)))).SelectMany(ids => ids).ToList();
        Volatile.Write(ref stop, true);
        await reader;

        seen.ShouldBe(written, ignoreOrder: true);

        async Task ReadAllAsync()
        {
            for (var isLast = false; !isLast;)
            {
                isLast = Volatile.Read(ref stop);
                var part = await feed.ReadAsync(client, after, 500, Calls.Cancelled);
                seen.AddRange(part.Events.Select(kept => kept.EventId));
                after = part.Next;
            }
        }
    }

    [Fact]
    public async Task Should_cost_the_same_however_long_it_is()
    {
        var client = await here.AgreeAsync(terms => terms with { Municipalities = ["1106"] });
        await here.ExecuteAsync("SELECT create_event_partitions((clock_timestamp() AT TIME ZONE 'UTC')::date - n) FROM generate_series(0, 30) AS n");
        var costs = new List<long>();
        foreach (var (rows, first) in ((int, long)[])[(30_000, 1_000_000_000), (270_000, 1_000_030_000)])
        {
            await here.ExecuteAsync(Fill, new { rows, first });
            await here.ExecuteAsync("ANALYZE event_log");
            costs.Add(await CostAsync(client, 1_000_000_000));
        }

        costs[1].ShouldBeLessThan(costs[0] * 3, $"blocks read: {string.Join(", ", costs)}");
        await here.ExecuteAsync("DELETE FROM event_log WHERE position > 1000000000");
    }

    [Fact]
    public async Task Should_drop_days_after_thirty_and_remember_how_far()
    {
        await here.ExecuteAsync("SELECT create_event_partitions((clock_timestamp() AT TIME ZONE 'UTC')::date - n) FROM unnest(ARRAY[30, 31, 40]) AS n");
        await here.ExecuteAsync(
            """
            INSERT INTO event_log (event_day, position, event_id, event_type, source, subject, sequence, data_schema, municipality, occurred_at, received_at, data)
            SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date - n, -n, gen_random_uuid(), 'x', 'x', gen_random_uuid(), 1, 'x', '', now(), now(), '{}'
            FROM unnest(ARRAY[30, 31, 40]) AS n
            """);
        await here.ExecuteAsync(
            """
            INSERT INTO attempt (attempt_day, attempt_id, endpoint_id, client_id, kind, webhook_id, attempt_no, started_at, duration_ms, outcome, request_url, request_body)
            SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date - n, gen_random_uuid(), gen_random_uuid(), 'x', 'event', n::text, 1, now(), 1, 'delivered', 'x', '{}'
            FROM unnest(ARRAY[30, 31, 40]) AS n
            """);
        await here.ExecuteAsync("UPDATE event_floor SET position = -1000");

        await here.Services.GetRequiredService<EventPartitions>().MaintainAsync(Calls.Cancelled);

        (await here.QueryAsync<long>("SELECT position FROM event_log WHERE position < 0")).ShouldBe([-30L]);
        (await here.QueryAsync<string>("SELECT webhook_id FROM attempt WHERE client_id = 'x'")).ShouldBe(["30"], "the delivery log too");
        (await here.ScalarAsync<long>("SELECT position FROM event_floor")).ShouldBe(-31);
        (await here.ScalarAsync<bool>("SELECT to_regclass('delivery_' || to_char((clock_timestamp() AT TIME ZONE 'UTC')::date - 40, 'YYYYMMDD')) IS NULL")).ShouldBeTrue();
        await here.ExecuteAsync("UPDATE event_floor SET position = 0");
    }

    // Every node that touches the log does so by an index; the sum of the blocks is what it costs.
    private async Task<long> CostAsync(string client, long after)
    {
        await using var connection = await here.Database.OpenConnectionAsync(Calls.Cancelled);
        var parameters = new { clientId = client, after, limit = 100, part = FeedStore.Part, today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime) };
        var plan = JsonElement.Parse((await connection.ExecuteScalarAsync<string>("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + FeedSql.Read, parameters))!)[0].GetProperty("Plan");
        var nodes = Nodes(plan).ToList();
        nodes.Where(node => node.GetProperty("Node Type").GetString() is "Seq Scan" && node.GetProperty("Relation Name").GetString()!.StartsWith("event_log", StringComparison.Ordinal)
                && node.GetProperty("Actual Rows").GetDouble() > 0)
            .Select(node => node.GetProperty("Relation Name").GetString()).ShouldBeEmpty();
        return plan.GetProperty("Shared Hit Blocks").GetInt64() + plan.GetProperty("Shared Read Blocks").GetInt64();
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        node.TryGetProperty("Plans", out var children) ? children.EnumerateArray().SelectMany(Nodes).Prepend(node) : [node];

    private async Task<List<Guid>> WriteAsync(int writer, int count)
    {
        var (ids, random) = (new List<Guid>(), new Random(writer));
        for (var number = 0; number < count; number++)
        {
            await using var connection = await here.Database.OpenConnectionAsync(Calls.Cancelled);
            await using var transaction = await connection.BeginTransactionAsync(Calls.Cancelled);
            var (id, now) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
            var day = DateOnly.FromDateTime(now.UtcDateTime);
            await connection.ExecuteAsync(EventSql.TakeTurn, transaction: transaction);
            await connection.ExecuteAsync(
                EventSql.Record,
                new
                {
                    day,
                    today = day,
                    now,
                    eventId = id,
                    eventType = "pt.cnaim.referral.accepted.v1",
                    source = "urn:cnaim:health",
                    subject = Guid.NewGuid(),
                    sequence = 1L,
                    dataSchema = "urn:x",
                    municipality = "1106",
                    otherMunicipality = "",
                    sender = "reception",
                    receiver = "health",
                    occurredAt = now,
                    data = "{}",
                },
                transaction);
            await Task.Delay(random.Next(0, 15), Calls.Cancelled);
            await transaction.CommitAsync(Calls.Cancelled);
            ids.Add(id);
        }

        return ids;
    }
}
