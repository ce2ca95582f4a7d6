using Npgsql;
using NpgsqlTypes;

namespace Cnaim.OfficeKit.Storage;

/// <summary>Typed parameters for collected writes; a null is always typed, so that PostgreSQL plans the statement once.</summary>
internal static class Parameter
{
    public static NpgsqlParameter Of(string name, Guid value) => new NpgsqlParameter<Guid>(name, value);

    public static NpgsqlParameter Of(string name, Guid? value) => Nullable(name, NpgsqlDbType.Uuid, value);

    public static NpgsqlParameter Of(string name, string? value) => Nullable(name, NpgsqlDbType.Text, value);

    public static NpgsqlParameter Of(string name, string[] value) => new NpgsqlParameter<string[]>(name, value);

    public static NpgsqlParameter Of(string name, bool value) => new NpgsqlParameter<bool>(name, value);

    public static NpgsqlParameter Of(string name, int value) => new NpgsqlParameter<int>(name, value);

    public static NpgsqlParameter Of(string name, DateTimeOffset value) => new NpgsqlParameter<DateTime>(name, value.UtcDateTime);

    public static NpgsqlParameter Of(string name, DateTimeOffset[] values) => new NpgsqlParameter<DateTime[]>(name, Array.ConvertAll(values, value => value.UtcDateTime));

    public static NpgsqlParameter Of(string name, DateTimeOffset? value) => Nullable(name, NpgsqlDbType.TimestampTz, value?.UtcDateTime);

    private static NpgsqlParameter Nullable(string name, NpgsqlDbType type, object? value) => new(name, type) { Value = value ?? DBNull.Value };
}
