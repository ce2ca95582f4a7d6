using System.Collections.Frozen;
using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Calendar;

namespace Cnaim.OfficeKit.Directory;

/// <summary>What the directory said last; immutable, swapped as a whole.</summary>
internal sealed class DirectorySnapshot
{
    private static readonly FrozenDictionary<string, (DeadlineSpan Acknowledge, DeadlineSpan Resolve)> Defaults =
        new Dictionary<string, (DeadlineSpan, DeadlineSpan)>(StringComparer.Ordinal)
        {
            [ReferralPriority.Routine] = (new DeadlineSpan(2, DeadlineUnit.WorkingDay), new DeadlineSpan(30, DeadlineUnit.WorkingDay)),
            [ReferralPriority.Urgent] = (new DeadlineSpan(4, DeadlineUnit.WorkingHour), new DeadlineSpan(5, DeadlineUnit.WorkingDay)),
            [ReferralPriority.Emergency] = (new DeadlineSpan(30, DeadlineUnit.Minute), new DeadlineSpan(1, DeadlineUnit.Day)),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<(string?, string?, string), DeadlineEntry> _deadlines;
    private readonly FrozenDictionary<string, CentreEntry> _centres;
    private readonly FrozenDictionary<string, BusinessCalendar> _calendars;

    public DirectorySnapshot(IEnumerable<DeadlineEntry> deadlines, IEnumerable<CentreEntry> centres)
    {
        _deadlines = deadlines.Where(IsUsable).GroupBy(entry => (entry.Office, entry.Request, entry.Priority)).ToFrozenDictionary(group => group.Key, group => group.Last());
        _centres = centres.GroupBy(centre => centre.Code, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        _calendars = _centres.Values.ToFrozenDictionary(centre => centre.Code, CentreCalendars.Of, StringComparer.Ordinal);
    }

    /// <summary>True when a centre of that code exists.</summary>
    public bool HasCentre(string code) => _centres.ContainsKey(code);

    /// <summary>What people read; the code where the directory has no name.</summary>
    public string NameOf(string centre) => _centres.GetValueOrDefault(centre)?.Name ?? centre;

    /// <summary>False only when the directory lists the centre's offices and this one is not among them.</summary>
    public bool IsMetAt(string office, string centre) =>
        _centres.GetValueOrDefault(centre)?.Offices is not { Count: > 0 } offices
        || offices.Exists(entry => string.Equals(entry.Office, office, StringComparison.Ordinal));

    /// <summary>The centre's business calendar, the assumed one when it is not known.</summary>
    public BusinessCalendar CalendarOf(string centre) => _calendars.GetValueOrDefault(centre) ?? CentreCalendars.Assumed;

    /// <summary>Both deadlines, the most specific first: request, office, any, built-in default.</summary>
    public (DeadlineSpan Acknowledge, DeadlineSpan Resolve) DeadlinesOf(string office, string request, string priority)
    {
        var entry = _deadlines.GetValueOrDefault((office, request, priority))
            ?? _deadlines.GetValueOrDefault((office, null, priority))
            ?? _deadlines.GetValueOrDefault((null, null, priority));
        return entry is null ? Defaults[priority] : (entry.Acknowledge, entry.Resolve);
    }

    private static bool IsUsable(DeadlineEntry entry) => new[] { entry.Acknowledge, entry.Resolve }
        .All(span => span.Amount > 0 && DeadlineUnit.All.Contains(span.Unit, StringComparer.Ordinal));
}
