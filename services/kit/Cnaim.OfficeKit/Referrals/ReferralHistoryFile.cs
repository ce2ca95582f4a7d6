using System.Globalization;
using System.Text;
using System.Text.Json;
using Cnaim.ServiceDefaults.Tables;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>An office's history as a file: a table for a spreadsheet, or one JSON object a line.</summary>
internal static class ReferralHistoryFile
{
    public const string Table = "csv";
    public const string JsonLines = "jsonl";
    public const string JsonLinesType = "application/jsonl";

    private static readonly string[] Columns =
    [
        "id", "direction", "office", "centre", "request", "priority", "status", "statusReason", "outcome", "results", "escalation", "basedOn", "partOf",
        "createdAt", "requestedAt", "acknowledgeBy", "answeredAt", "resolveBy", "endedAt", "updatedAt",
    ];

    public static async Task WriteAsync(Stream to, string format, IAsyncEnumerable<ReferralHistoryRow> rows, CancellationToken cancellationToken)
    {
        var isTable = format is Table;
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: isTable), leaveOpen: true);
        await writer.WriteAsync((isTable ? Csv.Line(Columns) : "").AsMemory(), cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await writer.WriteAsync((isTable ? Csv.Line(Cells(row)) : JsonSerializer.Serialize(row, JsonSerializerOptions.Web) + '\n').AsMemory(), cancellationToken);
        }
    }

    private static IEnumerable<string?> Cells(ReferralHistoryRow row) =>
    [
        row.Id.ToString(), row.Direction, row.Office, row.Centre, row.Request, row.Priority, row.Status, row.StatusReason, row.Outcome, string.Join(' ', row.Results),
        row.Escalation.ToString(CultureInfo.InvariantCulture), row.BasedOn?.ToString(), row.PartOf?.ToString(),
        Moment(row.CreatedAt), Moment(row.RequestedAt), Moment(row.AcknowledgeBy), Moment(row.AnsweredAt), Moment(row.ResolveBy), Moment(row.EndedAt), Moment(row.UpdatedAt),
    ];

    private static string? Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
