using System.Text;
using System.Text.Json;

namespace Cnaim.Offices.Tests.Support;

/// <summary>What an office sent and audited, read in its database.</summary>
internal static class OfficeRecords
{
    /// <summary>The messages of a stream in their order: wire type and body.</summary>
    public static async Task<List<(string Type, JsonElement Body)>> SentAsync<TMarker>(this OfficeHost<TMarker> office, Guid stream, string audience = "all")
        where TMarker : class
    {
        var sent = new List<(string, JsonElement)>();
        await using var command = office.Database.CreateCommand("SELECT event_type, body FROM messaging.sent_event WHERE stream_id = @stream AND audience = @audience ORDER BY version");
        command.Parameters.AddWithValue("stream", stream);
        command.Parameters.AddWithValue("audience", audience);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            sent.Add((reader.GetString(0), JsonElement.Parse(Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(1)))));
        }

        return sent;
    }

    /// <summary>The audited actions on a record, in their order.</summary>
    public static Task<List<string>> AuditedAsync<TMarker>(this OfficeHost<TMarker> office, string record)
        where TMarker : class =>
        office.TextsAsync("SELECT action FROM audit_entry WHERE record_id = @record ORDER BY entry_id", ("record", record));

    /// <summary>The first column of a query; null is an empty text.</summary>
    public static async Task<List<string>> TextsAsync<TMarker>(this OfficeHost<TMarker> office, string sql, params (string Name, object Value)[] parameters)
        where TMarker : class
    {
        await using var command = office.Database.CreateCommand(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            texts.Add(await reader.IsDBNullAsync(0, TestContext.Current.CancellationToken) ? "" : reader.GetString(0));
        }

        return texts;
    }
}
