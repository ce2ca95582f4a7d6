namespace Cnaim.OfficeKit.Appointments;

/// <summary>When somebody who gives appointments cannot.</summary>
internal sealed record BusyTime
{
    public string Holder { get; init; } = "";

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }
}
