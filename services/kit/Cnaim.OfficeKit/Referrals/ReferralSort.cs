namespace Cnaim.OfficeKit.Referrals;

/// <summary>The order of a list: a name, downwards with a minus before it.</summary>
internal sealed record ReferralSort(string By, bool IsDown)
{
    private static readonly string[] Names = ["created", "due", "status"];

    /// <summary>Reads what was asked for; no order is the newest first, page by page.</summary>
    /// <returns>False for what is no order of this list.</returns>
    public static bool TryRead(string? text, out ReferralSort? sort)
    {
        var name = text?.TrimStart('-');
        sort = Names.Contains(name, StringComparer.Ordinal) && text!.Length - name!.Length <= 1 ? new ReferralSort(name, text.Length > name.Length) : null;
        return sort is not null || text is null;
    }
}
