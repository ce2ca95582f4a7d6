using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Cases;

/// <summary>How a case moves; pure.</summary>
internal static class CaseRules
{
    /// <summary>The reasons to close a case at the counter.</summary>
    public static IReadOnlyList<string> CloseReasons { get; } =
        ["solved", "partly-solved", "not-eligible", "could-not-contact", "client-withdrew", "referred-elsewhere", "duplicate", "other"];

    /// <summary>Decides a move.</summary>
    /// <param name="current">The case.</param>
    /// <param name="action">A code of <see cref="CaseAction"/>.</param>
    /// <param name="reason">Required to close.</param>
    /// <param name="now">UTC.</param>
    public static Decision<CaseFile> Move(CaseFile current, string action, string? reason, DateTimeOffset now)
    {
        var target = TargetOf(current.State, action);
        if (target is null)
        {
            return CaseRefusals.MoveNotAllowed(current.State, action, AllowedMoves(current.State));
        }

        var closes = target is CaseState.Closed;
        if (closes != CloseReasons.Contains(reason ?? "", StringComparer.Ordinal) || (!closes && reason is not null))
        {
            return CaseRefusals.InvalidReason(CloseReasons);
        }

        return current with
        {
            State = target,
            CloseReason = reason,
            ClosedAt = closes ? now : null,
            Version = current.Version + 1,
        };
    }

    /// <summary>Records, or with null ends, the legal basis on which data is kept.</summary>
    public static Decision<CaseFile> Keep(CaseFile current, string? basis) => basis is { Length: 0 or > 200 }
        ? CaseRefusals.InvalidBasis
        : current with
        {
            KeepBasis = basis,
            Version = current.Version + 1,
        };

    /// <summary>The moves that a case allows now.</summary>
    public static IReadOnlyList<string> AllowedMoves(string state) => [.. CaseAction.All.Where(action => TargetOf(state, action) is not null)];

    private static string? TargetOf(string state, string action) => (state, action) switch
    {
        (CaseState.Open or CaseState.WaitingThirdParty, CaseAction.WaitPerson) => CaseState.WaitingPerson,
        (CaseState.Open or CaseState.WaitingPerson, CaseAction.WaitThirdParty) => CaseState.WaitingThirdParty,
        (CaseState.WaitingPerson or CaseState.WaitingThirdParty, CaseAction.Resume) => CaseState.Open,
        (CaseState.Open or CaseState.WaitingPerson or CaseState.WaitingThirdParty, CaseAction.Close) => CaseState.Closed,
        (CaseState.Closed, CaseAction.Reopen) => CaseState.Open,
        _ => null,
    };
}
