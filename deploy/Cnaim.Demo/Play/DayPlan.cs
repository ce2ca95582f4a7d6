using Cnaim.Demo.People;
using Cnaim.Demo.Reference;

namespace Cnaim.Demo.Play;

/// <summary>The whole day, drawn from the seed before it begins.</summary>
internal static class DayPlan
{
    /// <summary>Assumed: visits of people who only ask how their referrals stand.</summary>
    public const double ReturnShare = 0.06;

    // Assumed: no hour profile was found; busy at opening and after lunch, 09:00 to 17:00.
    private static readonly double[] HourWeights = [1.6, 1.5, 1.2, 0.8, 0.6, 1.0, 0.8, 0.5];

    public static IReadOnlyList<PlannedVisit> Create(ReferenceData data, int visits, int seed, DateOnly today)
    {
        var draw = new Draw(seed);
        var generator = new PersonGenerator(data, today);
        var scenarios = new Queue<Scenario>(draw.Shuffled(data.Scenarios).Take(visits / 2));
        var numbers = Share(visits);
        var order = draw.Shuffled(Centre.All.SelectMany((centre, index) => Enumerable.Repeat(centre, numbers[index])));
        var served = new Dictionary<Centre, int>();
        var plan = new List<PlannedVisit>(visits);
        foreach (var centre in order)
        {
            var turn = served[centre] = served.GetValueOrDefault(centre) + 1;
            var personal = draw.Fork();
            var isReturn = turn > centre.Desks && personal.Chance(ReturnShare);
            var person = isReturn ? null : scenarios.TryDequeue(out var scenario) ? generator.Of(scenario) : generator.Next(personal, centre.District);
            plan.Add(new PlannedVisit(centre, ((turn - 1) % centre.Desks) + 1, Arrival(personal), person, personal));
        }

        return plan.OrderBy(visit => visit.ArrivesAt).ToList();
    }

    /// <summary>Visits by centre, in their proportions, by largest remainder.</summary>
    public static int[] Share(int visits)
    {
        var exact = Centre.All.Select(centre => visits * (double)centre.VisitsPerDay / DemoOptions.WholeDay).ToArray();
        var whole = exact.Select(value => (int)value).ToArray();
        foreach (var index in Enumerable.Range(0, whole.Length).OrderByDescending(index => exact[index] - whole[index]).Take(visits - whole.Sum()))
        {
            whole[index]++;
        }

        return whole;
    }

    private static TimeSpan Arrival(Draw draw)
    {
        var hour = draw.Weighted(Enumerable.Range(0, HourWeights.Length).ToList(), index => HourWeights[index]);
        return TimeSpan.FromHours(hour) + TimeSpan.FromSeconds(draw.Between(0, 3599));
    }
}
