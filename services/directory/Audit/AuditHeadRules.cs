namespace Cnaim.Directory.Audit;

/// <summary>A chain only grows: a head before the last one that was kept, or another one in its place, means that rows are gone or were written anew.</summary>
internal static class AuditHeadRules
{
    public static bool IsHead(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    public static HeadVerdict Judge(AuditHead? last, long sealNo, string head) => last switch
    {
        null => HeadVerdict.Keep,
        _ when sealNo > last.SealNo => HeadVerdict.Keep,
        _ when sealNo == last.SealNo && string.Equals(head, last.Head, StringComparison.Ordinal) => HeadVerdict.Kept,
        _ => HeadVerdict.Refuse,
    };
}
