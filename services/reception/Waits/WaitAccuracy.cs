namespace Cnaim.Reception.Waits;

/// <summary>How good the promised waits of a queue were.</summary>
internal sealed record WaitAccuracy
{
    public string Queue { get; init; } = "";

    /// <summary>First calls in the period.</summary>
    public int Calls { get; init; }

    /// <summary>Those within the promised range.</summary>
    public int Within { get; init; }

    /// <summary>Mean distance to the range: positive when people waited longer than promised.</summary>
    public int BiasSeconds { get; init; }

    public int MeanErrorSeconds { get; init; }

    public int P90ErrorSeconds { get; init; }
}
