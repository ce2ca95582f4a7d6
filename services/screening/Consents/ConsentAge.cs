namespace Cnaim.Screening.Consents;

/// <summary>
/// Who may speak for a person of an age. A birth may be approximate, so that only what is certain counts: its first possible day makes the person as old as
/// can be. In doubt the person speaks for themselves.
/// </summary>
internal static class ConsentAge
{
    private const int Majority = 18;
    private const int OwnWord = 16;

    /// <summary>Certainly under 18: a guardian may consent.</summary>
    public static bool IsMinor(DateOnly? bornFirst, DateOnly today) => MajorityOf(bornFirst) is { } majority && majority > today;

    /// <summary>Certainly under 16: only a guardian may consent, or a law.</summary>
    public static bool NeedsGuardian(DateOnly? bornFirst, DateOnly today) => bornFirst is { } first && first.AddYears(OwnWord) > today;

    /// <summary>The first day on which the person may be of age; a guardian's consent ends there.</summary>
    public static DateOnly? MajorityOf(DateOnly? bornFirst) => bornFirst?.AddYears(Majority);
}
