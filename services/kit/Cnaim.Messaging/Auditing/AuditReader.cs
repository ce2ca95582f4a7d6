using Npgsql;

namespace Cnaim.Messaging.Auditing;

/// <summary>Reads entries by position; the columns are those of <see cref="AuditSql"/> in their order.</summary>
internal static class AuditReader
{
    public static AuditRow Read(NpgsqlDataReader reader, int first) => new()
    {
        EntryId = reader.GetInt64(first),
        At = reader.GetDateTime(first + 1),
        MessageId = reader.IsDBNull(first + 2) ? null : reader.GetGuid(first + 2),
        Subject = reader.GetString(first + 3),
        Office = reader.GetString(first + 4),
        Centre = reader.GetString(first + 5),
        Role = reader.GetString(first + 6),
        Action = reader.GetString(first + 7),
        RecordKind = reader.GetString(first + 8),
        RecordId = reader.GetString(first + 9),
        Purpose = reader.IsDBNull(first + 10) ? null : reader.GetString(first + 10),
        Detail = reader.IsDBNull(first + 11) ? null : reader.GetString(first + 11),
    };
}
