using System.Globalization;
using System.Text;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>Referrals as a file for a spreadsheet (RFC 4180, UTF-8 with its mark); pure.</summary>
internal static class ReferralCsv
{
    public static byte[] Write(IEnumerable<Referral> referrals, Words words)
    {
        var text = new StringBuilder();
        Line(text, words["Csv_Reference"], words["Worklist_Direction"], words["Column_Request"], words["Column_Office"], words["Admin_Centre"], words["Column_Status"], words["Worklist_Priority"], words["Column_Language"], words["Column_Created"], words["Column_Due"], words["Flag_overdue"]);
        foreach (var referral in referrals)
        {
            Line(
                text,
                referral.Id.ToString(),
                words.Code("Box", referral.Direction),
                words.Code("Request", referral.Request),
                words.Office(referral.Other?.Office ?? ""),
                words.Code("Centre", referral.Other?.Centre),
                words.Code("Status", referral.Status),
                words.Code("Priority", referral.Priority),
                words.Code("Language", referral.Language),
                Moment(referral.CreatedAt),
                Moment(referral.Due?.Due),
                referral.IsOverdue ? "1" : "0");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A cell that no spreadsheet takes for a formula (OWASP: CSV injection).</summary>
    public static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? '\'' + text : text;
        return safe.AsSpan().ContainsAny("\",;\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static void Line(StringBuilder text, params IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Moment(DateTimeOffset? at) => at is { } moment ? TimeZoneInfo.ConvertTime(moment, Words.CentreTime).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
}
