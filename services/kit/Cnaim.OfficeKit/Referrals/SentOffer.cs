using Cnaim.Contracts;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>A candidate that the sender asked.</summary>
internal sealed record SentOffer
{
    public string Office { get; init; } = "";

    public string Centre { get; init; } = "";

    /// <summary><c>offered, claimed, chosen, denied, withdrawn</c>.</summary>
    public string State { get; init; } = "";

    public Party Candidate => new() { Office = Office, Centre = Centre };

    /// <summary>True while the candidate still waits for an answer.</summary>
    public bool IsOpen => State is "offered" or "claimed";
}
