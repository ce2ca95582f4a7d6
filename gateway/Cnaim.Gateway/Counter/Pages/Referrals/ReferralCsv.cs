using System.Globalization;
using System.Text;
using Cnaim.ServiceDefaults.Tables;

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

    private static void Line(StringBuilder text, params IEnumerable<string> cells) => text.Append(Csv.Line(cells));

    private static string Moment(DateTimeOffset? at) => at is { } moment ? TimeZoneInfo.ConvertTime(moment, Words.CentreTime).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
}
