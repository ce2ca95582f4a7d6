using Cnaim.Demo.Journal;

namespace Cnaim.Demo.Counting;

/// <summary>Counts in every database, again until nothing is missing or the limit is over: the last messages may still be on their way.</summary>
internal static class CountAll
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task<CountResult> UntilSettledAsync(
        DemoPlatform platform, IReadOnlyList<JournalLine> journal, CountContext context, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var result = await OnceAsync(platform, journal, context, cancellationToken);
            var isSettled = result.Lost.Count + result.OutOfOrder.Count == 0 && result.Outbox + result.Parked == 0;
            if (isSettled || clock.GetElapsedTime(started) > limit)
            {
                return result;
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private static async Task<CountResult> OnceAsync(
        DemoPlatform platform, IReadOnlyList<JournalLine> journal, CountContext context, CancellationToken cancellationToken)
    {
        var ids = journal.Where(line => line.Kind is JournalLine.Referral).Select(line => Guid.Parse(line.Id!)).Distinct().ToArray();
        var services = new List<ServiceCount>();
        foreach (var service in context.Offices)
        {
            services.Add(await CountService.ReadAsync(service, platform.Databases[service], ids, context.Persons, cancellationToken));
        }

        return CompareCounts.Compare(journal, services, context.OutOfOrderSeen);
    }
}
