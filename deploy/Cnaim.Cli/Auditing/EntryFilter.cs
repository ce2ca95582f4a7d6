namespace Cnaim.Cli.Auditing;

/// <summary>Which entries to show: of one record (<c>person/abc...</c>), from a time on, the newest so many.</summary>
internal sealed record EntryFilter(string? RecordKind, string? RecordId, DateTimeOffset? Since, int Limit)
{
    /// <summary>Null when the record is not KIND/ID.</summary>
    public static EntryFilter? Of(string? record, DateTimeOffset? since, int limit) => record?.Split('/', 2) switch
    {
        null => new EntryFilter(null, null, since, limit),
        [{ Length: > 0 } kind, { Length: > 0 } id] => new EntryFilter(kind, id, since, limit),
        _ => null,
    };
}
