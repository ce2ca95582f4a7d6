using Cnaim.Demo.Counting;
using Cnaim.Demo.Play;

namespace Cnaim.Demo.Report;

/// <summary>Puts the report together from the day and the count.</summary>
internal static class WriteReport
{
    private const int EvidenceShown = 5;

    public static DemoReport From(DayState day, CountResult count, int seed, string logPath, TimeProvider clock, long started)
    {
        var all = day.Referrals.Values.ToList();
        var ended = all.Where(referral => referral.SeenAt is not null).ToList();
        var visible = ended.Where(referral => referral.EndedAt is not null).Select(referral => Milliseconds(clock, referral.EndedAt!.Value, referral.SeenAt!.Value)).ToList();
        return new DemoReport
        {
            Figures = Figures(day, count, all, Loops(ended, clock)),
            Seed = seed,
            Centres = Centre.All.Select(centre => Line(centre, day.Centres[centre.Code])).ToList(),
            Offices = all.GroupBy(referral => referral.Office, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => Line(group.Key, [.. group], clock)).ToList(),
            ByState = count.ByState,
            AnswerVisibleMs = (Percentiles.Of(visible, 50), Percentiles.Of(visible, 99)),
            Declined = day.Declined,
            FailedVisits = day.FailedVisits,
            RefusedReferrals = day.RefusedReferrals,
            Troubles = day.Troubles.ToDictionary(StringComparer.Ordinal),
            Evidence = [.. Some("lost", count.Lost), .. Some("duplicated", count.Duplicated), .. Some("out of order", count.OutOfOrder)],
            OutboxLeft = count.Outbox,
            ParkedLeft = count.Parked,
            LogPath = logPath,
            Took = clock.GetElapsedTime(started),
        };
    }

    private static DemoFigures Figures(DayState day, CountResult count, List<TrackedReferral> all, List<double> loops) => new()
    {
        Visits = day.Visits,
        Interviews = day.Interviews,
        Issues = day.Issues,
        Referrals = all.Count,
        Completed = all.Count(referral => referral.Status is "completed"),
        Rejected = all.Count(referral => referral.Status is "rejected"),
        Unanswered = all.Count(referral => !referral.IsFinal),
        Lost = count.Lost.Count,
        Duplicated = count.Duplicated.Count,
        OutOfOrder = count.OutOfOrder.Count,
        LoopP50Ms = Percentiles.Of(loops, 50),
        LoopP99Ms = Percentiles.Of(loops, 99),
    };

    private static CentreLine Line(Centre centre, CentreTally tally) =>
        new(centre.Code, centre.IsAssumed, tally.Visits, tally.Interviews, tally.Issues, tally.Referrals);

    private static OfficeLine Line(string office, List<TrackedReferral> referrals, TimeProvider clock)
    {
        var completed = referrals.Count(referral => referral.Status is "completed");
        var rejected = referrals.Count(referral => referral.Status is "rejected");
        var unanswered = referrals.Count(referral => !referral.IsFinal);
        var loop = Percentiles.Of(Loops(referrals.Where(referral => referral.SeenAt is not null), clock), 50);
        return new OfficeLine(office, referrals.Count, completed, rejected, referrals.Count - completed - rejected - unanswered, unanswered, loop);
    }

    private static List<double> Loops(IEnumerable<TrackedReferral> ended, TimeProvider clock) =>
        ended.Select(referral => Milliseconds(clock, referral.AcceptedAt, referral.SeenAt!.Value)).ToList();

    private static double Milliseconds(TimeProvider clock, long from, long to) => clock.GetElapsedTime(from, to).TotalMilliseconds;

    private static IEnumerable<string> Some(string what, IReadOnlyList<string> ids) => ids.Take(EvidenceShown).Select(id => $"{what}: {id}");
}
