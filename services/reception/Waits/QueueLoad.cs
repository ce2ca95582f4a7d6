namespace Cnaim.Reception.Waits;

/// <summary>What the estimate knows of a queue.</summary>
internal sealed record QueueLoad
{
    public string Code { get; init; } = "";

    public int ServiceMinutes { get; init; }

    /// <summary>Attendances measured lately, at most 20, and their mean in seconds.</summary>
    public int Measured { get; init; }

    public double MeasuredSeconds { get; init; }

    /// <summary>Open desks; one that serves several queues counts for each with its share.</summary>
    public double Desks { get; init; }

    public int FreeDesks { get; init; }

    public int Waiting { get; init; }

    /// <summary>Those with a legal priority among them.</summary>
    public int WaitingPriority { get; init; }

    /// <summary>How long people who were called in the last hour had waited.</summary>
    public double? MeasuredWaitSeconds { get; init; }

    public double? LongestWaitSeconds { get; init; }

    public WaitEstimate ForNew(bool hasPriority) => WaitEstimate.Of(hasPriority ? WaitingPriority : Waiting, this);
}
