namespace Cnaim.OfficeKit.Cases;

/// <summary>The moves of a case in the API.</summary>
internal static class CaseAction
{
    public const string WaitPerson = "wait-person";
    public const string WaitThirdParty = "wait-third-party";
    public const string Resume = "resume";
    public const string Close = "close";
    public const string Reopen = "reopen";

    public static IReadOnlyList<string> All { get; } = [WaitPerson, WaitThirdParty, Resume, Close, Reopen];
}
