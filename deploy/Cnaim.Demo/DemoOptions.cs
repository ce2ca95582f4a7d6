namespace Cnaim.Demo;

/// <summary>How the demo day is played.</summary>
public sealed record DemoOptions
{
    /// <summary>Visits of a whole day: Lisbon 600, Porto 450, Faro 100 and, assumed, Beja 25.</summary>
    public const int WholeDay = 1175;

    /// <summary>Visits in all centres together; the centres keep their proportions.</summary>
    public int Visits { get; init; } = WholeDay;

    /// <summary>How many times faster than a real working day people arrive; null: a desk takes the next person at once.</summary>
    public double? Speed { get; init; }

    /// <summary>The seed of persons, arrivals and of how offices behave.</summary>
    public int Seed { get; init; } = 2026;

    /// <summary>The reference data (<c>deploy/data</c>).</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where the demo keeps its own log, one file per run.</summary>
    public required string LogFolder { get; init; }

    /// <summary>The longest time for the visits themselves; what has not begun then is left out and reported.</summary>
    public TimeSpan VisitLimit { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>The longest wait for offices and messages after the last visit.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromMinutes(3);
}
