namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>An hour in which every try fails, with the clock put forward from one to the next.</summary>
internal static class Outage
{
    /// <summary>At once, and after 5 s, 5 min and 30 min; the next comes two hours later.</summary>
    private const int TriesInAnHour = 4;

    /// <summary>When the last of those is due that were tried less often; null when there are none.</summary>
    private const string NextTry = """
        SELECT max(COALESCE(e.due_at, e.created_at))
        FROM endpoint AS e
        WHERE e.endpoint_id = ANY (@endpoints)
          AND (SELECT count(1) FROM attempt AS a WHERE a.endpoint_id = e.endpoint_id AND a.kind = 'event') < @tries
        """;

    private const string EndOfHour = "SELECT min(started_at) + interval '1 hour' FROM attempt WHERE endpoint_id = ANY (@endpoints) AND kind = 'event'";

    /// <summary>Fails where a try does not come in its time, or one comes too many.</summary>
    public static async Task MissAnHourAsync(this Installation here, params Guid[] endpoints)
    {
        for (var tries = 1; tries <= TriesInAnHour; tries++)
        {
            here.ForwardTo(await here.ScalarAsync<DateTimeOffset?>(NextTry, new { endpoints, tries }));
            await Calls.UntilAsync(async () => await here.ScalarAsync<DateTimeOffset?>(NextTry, new { endpoints, tries }) is null, $"try {tries} of each");
        }

        here.ForwardTo(await here.ScalarAsync<DateTimeOffset>(EndOfHour, new { endpoints }));
        await Task.Delay(1500, Calls.Cancelled); // longer than it takes to look for what is due
        (await here.QueryAsync<long>("SELECT count(1) FROM attempt WHERE endpoint_id = ANY (@endpoints) AND kind = 'event' GROUP BY endpoint_id", new { endpoints }))
            .ShouldAllBe(tries => tries == TriesInAnHour);
    }

    private static void ForwardTo(this Installation here, DateTimeOffset? moment)
    {
        if (moment - here.Clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
        {
            here.Clock.Advance(wait);
        }
    }
}
