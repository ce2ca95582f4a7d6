namespace Cnaim.OfficeKit.Referrals;

/// <summary>Why a draft has not gone out.</summary>
internal static class HeldBackReason
{
    /// <summary>Screening did not answer; it goes out by itself.</summary>
    public const string ScreeningSilent = "screening-silent";

    /// <summary>Screening denied it after all; the person must be asked, then <c>send</c>.</summary>
    public const string ConsentMissing = "consent-missing";

    /// <summary>Open: the directory is being asked; it goes on by itself.</summary>
    public const string LooksForCandidates = "looks-for-candidates";

    /// <summary>Open: nobody can take it.</summary>
    public const string NoCandidate = "no-candidate";

    /// <summary>Open: candidates were asked; it goes on by itself.</summary>
    public const string Offered = "offered";
}
