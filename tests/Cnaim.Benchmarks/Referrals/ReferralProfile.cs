namespace Cnaim.Benchmarks.Referrals;

/// <summary>How long and how much is measured.</summary>
internal sealed record ReferralProfile
{
    /// <summary>Arrival rates a second; 50 and 300 are always among them.</summary>
    public required double[] Rates { get; init; }

    /// <summary>Rates tried in turn for the sustained rate, until one fails.</summary>
    public required double[] Search { get; init; }

    public required TimeSpan WarmUp { get; init; }

    public required TimeSpan Measured { get; init; }

    public required TimeSpan SearchMeasured { get; init; }

    /// <summary>Seconds of each part of the floor.</summary>
    public required int FloorSeconds { get; init; }

    public int Repeats { get; init; } = 1;

    /// <summary>Persons that the load is spread over; 5 are hot keys.</summary>
    public int Persons { get; init; } = 500;

    /// <summary>Counts statements: it costs PostgreSQL a few percent, so no figure is taken with it.</summary>
    public bool CountsStatements { get; init; }

    /// <summary>Also classic queues, hot keys, and the price of the permit.</summary>
    public required bool Comparisons { get; init; }

    /// <summary>Two minutes, a rough figure.</summary>
    public static ReferralProfile Quick { get; } = new()
    {
        Rates = [50, 300],
        Search = [400, 500, 600, 1000],
        WarmUp = TimeSpan.FromSeconds(4),
        Measured = TimeSpan.FromSeconds(8),
        SearchMeasured = TimeSpan.FromSeconds(6),
        FloorSeconds = 3,
        Persons = 100,
        Comparisons = false,
    };

    /// <summary>At most eight minutes.</summary>
    public static ReferralProfile Default { get; } = new()
    {
        Rates = [50, 300, 1000],
        Search = [400, 600, 800, 1000, 1200, 1400, 1600, 2000],
        WarmUp = TimeSpan.FromSeconds(10),
        Measured = TimeSpan.FromSeconds(30),
        SearchMeasured = TimeSpan.FromSeconds(12),
        FloorSeconds = 5,
        Comparisons = true,
    };

    /// <summary>The protocol as written in the reliability design, five repeats.</summary>
    public static ReferralProfile Full { get; } = new()
    {
        Rates = [25, 50, 100, 200, 300, 400, 800, 1000, 1600],
        Search = [400, 600, 800, 1000, 1200, 1400, 1600, 2000, 2400],
        WarmUp = TimeSpan.FromSeconds(30),
        Measured = TimeSpan.FromSeconds(120),
        SearchMeasured = TimeSpan.FromSeconds(30),
        FloorSeconds = 20,
        Repeats = 5,
        Comparisons = true,
    };
}
