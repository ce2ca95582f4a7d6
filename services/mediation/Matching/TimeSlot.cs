using System.Runtime.InteropServices;

namespace Cnaim.Mediation.Matching;

/// <summary>A span of time, its end excluded.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimeSlot(DateTimeOffset From, DateTimeOffset Until)
{
    public bool Overlaps(TimeSlot other) => From < other.Until && other.From < Until;

    public bool Contains(TimeSlot other) => From <= other.From && other.Until <= Until;

    /// <summary>Spans in order, those that touch joined.</summary>
    public static IReadOnlyList<TimeSlot> Union(IEnumerable<TimeSlot> slots)
    {
        var joined = new List<TimeSlot>();
        foreach (var slot in slots.Where(slot => slot.From < slot.Until).OrderBy(slot => slot.From))
        {
            if (joined.Count > 0 && slot.From <= joined[^1].Until)
            {
                joined[^1] = joined[^1] with { Until = slot.Until > joined[^1].Until ? slot.Until : joined[^1].Until };
            }
            else
            {
                joined.Add(slot);
            }
        }

        return joined;
    }

    /// <summary>What is left of spans when others are taken out.</summary>
    public static IReadOnlyList<TimeSlot> Subtract(IEnumerable<TimeSlot> slots, IEnumerable<TimeSlot> taken)
    {
        var left = Union(slots).ToList();
        foreach (var hole in Union(taken))
        {
            left = [.. left.SelectMany(slot => slot.Overlaps(hole) ? (TimeSlot[])[new(slot.From, Min(slot.Until, hole.From)), new(Max(slot.From, hole.Until), slot.Until)] : [slot])];
        }

        return Union(left);
    }

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
