namespace Cnaim.Reception.Waits;

/// <summary>How long a new ticket waits, as a range in minutes; pure (ADR 0062).</summary>
/// <param name="Low">At least.</param>
/// <param name="High">At most.</param>
/// <param name="Assumed">True while no desk serves the queue: one is assumed.</param>
internal sealed record WaitEstimate(int Low, int High, bool Assumed)
{
    /// <summary>How many measured attendances weigh as much as the reference value.</summary>
    private const int PriorWeight = 5;

    private const int Step = 5;

    /// <summary>Estimates.</summary>
    /// <param name="ahead">Tickets that are called before this one.</param>
    /// <param name="load">What is known of the queue.</param>
    public static WaitEstimate Of(int ahead, QueueLoad load)
    {
        var service = ((load.MeasuredSeconds * load.Measured / 60) + (load.ServiceMinutes * (double)PriorWeight)) / (load.Measured + PriorWeight);
        var desks = load.Desks > 0 ? load.Desks : 1;
        // Half an attendance is over on average when somebody comes; a free desk calls at once.
        var turns = ahead < load.FreeDesks ? 0 : ahead - load.FreeDesks + 0.5;
        var minutes = turns * service / desks;
        var low = (int)Math.Floor(minutes * 0.7 / Step) * Step;
        return new WaitEstimate(low, Math.Max(low + Step, (int)Math.Ceiling(minutes * 1.3 / Step) * Step), load.Desks <= 0);
    }
}
