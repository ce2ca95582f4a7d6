namespace Cnaim.OfficeKit.Cases;

/// <summary>States of a case (domain.md section 5).</summary>
internal static class CaseState
{
    public const string Open = "open";
    public const string WaitingPerson = "waiting-person";
    public const string WaitingThirdParty = "waiting-third-party";
    public const string Closed = "closed";

    public static IReadOnlyList<string> All { get; } = [Open, WaitingPerson, WaitingThirdParty, Closed];
}
