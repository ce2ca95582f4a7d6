namespace Cnaim.Launcher;

/// <summary>Memory and processor time of a process and everything below it.</summary>
/// <param name="ProportionalBytes">PSS: own pages, and the process's share of pages that several map; null where it may not be read.</param>
/// <param name="ProcessorSeconds">Processor time since each process's start.</param>
/// <param name="Processes">How many processes.</param>
public sealed record ResourceUsage(long? ProportionalBytes, double ProcessorSeconds, int Processes)
{
    /// <summary>Nothing.</summary>
    public static ResourceUsage None { get; } = new(0, 0, 0);

    /// <summary>The sum of two.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static ResourceUsage operator +(ResourceUsage left, ResourceUsage right) => new(
        left.ProportionalBytes + right.ProportionalBytes, left.ProcessorSeconds + right.ProcessorSeconds, left.Processes + right.Processes);

    /// <summary>The sum of two.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static ResourceUsage Add(ResourceUsage left, ResourceUsage right) => left + right;
}
