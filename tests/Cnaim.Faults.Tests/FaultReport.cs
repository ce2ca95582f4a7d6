using System.Globalization;

namespace Cnaim.Faults.Tests;

/// <summary>What was counted after a scenario, by sources that are not the code under test.</summary>
internal sealed record FaultReport
{
    /// <summary>Faults that were really injected.</summary>
    public required int Faults { get; init; }

    /// <summary>Ids that the load client saw answered 201 (C1).</summary>
    public required int Accepted { get; init; }

    /// <summary>Applications in B (C3).</summary>
    public required int Applied { get; init; }

    /// <summary>I1: accepted ids that B never applied.</summary>
    public required int Lost { get; init; }

    /// <summary>I2: applications of a message beyond its first.</summary>
    public required int Doubled { get; init; }

    /// <summary>I3: places where a stream's applied version is not the last one plus one.</summary>
    public required int OrderBreaks { get; init; }

    /// <summary>I4: ids in B that A does not know.</summary>
    public required int Ghosts { get; init; }

    /// <summary>I5: rows in A beyond one per Idempotency-Key.</summary>
    public required int RepeatedRows { get; init; }

    /// <summary>I6: what still waits in outbox, queues and parked rows when healing should be over.</summary>
    public required int Unhealed { get; init; }

    /// <summary>I7: state changes whose audit entry was not written by the same transaction, exactly once.</summary>
    public required int Torn { get; init; }

    /// <summary>Whether everything was applied and counted as it should be, and nothing waits.</summary>
    public bool IsClean => this is { Lost: 0, Doubled: 0, OrderBreaks: 0, Ghosts: 0, RepeatedRows: 0, Unhealed: 0, Torn: 0 } && Accepted > 0;

    /// <summary>Whether the run broke I6 and nothing else: some of what was accepted is not applied and waits.</summary>
    public bool IsUnhealedOnly => this is { Lost: > 0, Doubled: 0, OrderBreaks: 0, Ghosts: 0, RepeatedRows: 0, Unhealed: > 0, Torn: 0 };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Faults} faults, {Accepted} referrals, lost {Lost}, doubled {Doubled}, order breaks {OrderBreaks} (applied {Applied}, ghosts {Ghosts}, repeated rows {RepeatedRows}, unhealed {Unhealed}, torn {Torn})");
}
