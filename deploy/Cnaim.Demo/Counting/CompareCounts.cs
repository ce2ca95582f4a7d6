using Cnaim.Demo.Journal;

namespace Cnaim.Demo.Counting;

/// <summary>Compares the demo's own log with what the databases hold; a pure function, so that it is tested on made-up losses.</summary>
internal static class CompareCounts
{
    private const string Sender = "reception";

    public static CountResult Compare(IReadOnlyList<JournalLine> journal, IReadOnlyList<ServiceCount> services, IReadOnlyCollection<string> outOfOrderSeen)
    {
        var accepted = journal.Where(line => line.Kind is JournalLine.Referral).ToList();
        var sent = services.Where(service => Same(service.Service, Sender)).SelectMany(service => service.Sent).ToDictionary(row => row.Id);
        var received = services.SelectMany(service => service.Received.Select(row => row with { Office = service.Service })).ToLookup(row => row.Id);
        return new CountResult
        {
            Lost = accepted.Where(line => IsLost(line, sent, received)).Select(line => line.Id!).ToList(),
            Duplicated = Duplicates(accepted, services, received).Distinct(StringComparer.Ordinal).ToList(),
            OutOfOrder = OutOfOrder(services).Concat(outOfOrderSeen).Distinct(StringComparer.OrdinalIgnoreCase).ToList(),
            ByState = ByState(sent.Values, received),
            Outbox = services.Sum(service => service.Leftovers.Outbox),
            Parked = services.Sum(service => service.Leftovers.Parked),
        };
    }

    // Only a draft that its own desk took back needs no counterpart; all else stands at the office it was addressed to, in the same state.
    private static bool IsLost(JournalLine line, Dictionary<Guid, ReferralRow> sent, ILookup<Guid, ReferralRow> received)
    {
        var id = Guid.Parse(line.Id!);
        if (!sent.TryGetValue(id, out var here))
        {
            return true;
        }

        var there = received[id].FirstOrDefault(row => Same(row.Office, line.Office));
        var wasTakenBack = !here.WasSent && here.Status is ("cancelled" or "entered-in-error");
        return there is null ? !wasTakenBack : !Same(here.Status, there.Status);
    }

    private static IEnumerable<string> Duplicates(List<JournalLine> accepted, IReadOnlyList<ServiceCount> services, ILookup<Guid, ReferralRow> received)
    {
        var known = accepted.Select(line => Guid.Parse(line.Id!)).ToHashSet();
        var keysWithTwoIds = accepted.GroupBy(line => line.Key, StringComparer.Ordinal).Where(group => group.Select(line => line.Id).Distinct(StringComparer.Ordinal).Count() > 1);
        var idsWithTwoKeys = accepted.GroupBy(line => line.Id, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1);
        return keysWithTwoIds.Select(group => $"key {group.Key}")
            .Concat(idsWithTwoKeys.Select(group => group.Key!))
            .Concat(services.SelectMany(service => service.SentForPersons).Where(id => !known.Contains(id)).Select(id => id.ToString()))
            .Concat(services.SelectMany(service => service.Twice).Select(id => id.ToString()))
            .Concat(received.Where(group => group.Count() > 1).Select(group => group.Key.ToString()));
    }

    private static IEnumerable<string> OutOfOrder(IReadOnlyList<ServiceCount> services)
    {
        var applied = services.SelectMany(service => service.AppliedStreams.Select(row => (row.Source, Reader: service.Service, row.StreamId, row.LastVersion)))
            .ToDictionary(row => (row.Source, row.Reader, row.StreamId), row => row.LastVersion);
        var readers = services.Select(service => service.Service).ToHashSet(StringComparer.Ordinal);
        var gaps = from service in services
                   from stream in service.SentStreams.Where(stream => readers.Contains(stream.Audience))
                   where !stream.IsGapless || applied.GetValueOrDefault((service.Service, stream.Audience, stream.StreamId)) != stream.LastVersion
                   select stream.StreamId.ToString();
        return gaps.Concat(services.SelectMany(service => service.TimelineOutOfOrder).Select(id => id.ToString()));
    }

    private static SortedDictionary<string, (int Sender, int Receiver)> ByState(IEnumerable<ReferralRow> sent, ILookup<Guid, ReferralRow> received)
    {
        var result = new SortedDictionary<string, (int Sender, int Receiver)>(StringComparer.Ordinal);
        foreach (var row in sent)
        {
            var (sender, receiver) = result.GetValueOrDefault(row.Status);
            result[row.Status] = (sender + 1, receiver);
        }

        foreach (var row in received.SelectMany(group => group))
        {
            var (sender, receiver) = result.GetValueOrDefault(row.Status);
            result[row.Status] = (sender, receiver + 1);
        }

        return result;
    }

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);
}
