namespace Cnaim.OfficeKit.Restricted;

/// <summary>Whose eyes a query reads with: the system's, a centre's, or one member of staff's.</summary>
/// <param name="Centre">Only records of this centre; null for the system.</param>
/// <param name="Subject">Only records that this member of staff may see; null for the system.</param>
/// <param name="SeesUnnamed">Also records for which nobody is named.</param>
internal readonly record struct RecordScope(string? Centre, string? Subject, bool SeesUnnamed)
{
    /// <summary>Consumers and timers.</summary>
    public static RecordScope System => default;

    /// <summary>The system, about records of one centre.</summary>
    public static RecordScope SystemAt(string centre) => new(centre, null, SeesUnnamed: true);
}
