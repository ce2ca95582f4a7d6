using Npgsql;
using NpgsqlTypes;

namespace Cnaim.Messaging.Outbox;

/// <summary>Statements of a batch.</summary>
internal static class SqlStatement
{
    /// <summary>One statement with named parameters.</summary>
    public static NpgsqlBatchCommand Named(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>A positional parameter whose type PostgreSQL infers from the CLR type.</summary>
    public static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    /// <summary>A positional parameter that may be null.</summary>
    public static NpgsqlBatchCommand WithNullable(this NpgsqlBatchCommand command, string? value, NpgsqlDbType type = NpgsqlDbType.Text)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = value ?? (object)DBNull.Value, NpgsqlDbType = type });
        return command;
    }
}
