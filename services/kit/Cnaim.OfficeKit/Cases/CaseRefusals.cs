using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Cases;

/// <summary>The refusals about cases, also for offices' own features.</summary>
public static class CaseRefusals
{
    /// <summary>404: no such case here; one of another centre looks the same.</summary>
    public static readonly Refusal NotFound = new("not-found", 404, "There is no such case at this office and centre.");

    /// <summary>409: the case is closed.</summary>
    public static readonly Refusal Closed = new("case-closed", 409, "The case is closed; reopen it first.");

    internal static readonly Refusal InvalidBasis = new("invalid-legal-basis", 422, "Name the law in 1 to 200 characters.");

    internal static readonly Refusal InvalidStaff = new("invalid-staff", 422, "Name at most 50 members of staff by the subject of their account.");

    internal static readonly Refusal NotRestricted = new("not-restricted", 409, "This office's records are not limited to named staff.");

    internal static Refusal MoveNotAllowed(string state, string action, IReadOnlyList<string> allowed) =>
        new("case-move-not-allowed", 409, $"A case in state {state} cannot {action}; see the allowed moves.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["state"] = state,
                ["allowed"] = allowed,
            },
        };

    internal static Refusal InvalidReason(IReadOnlyList<string> allowed) =>
        new("invalid-close-reason", 422, "Closing needs one of the reasons, other moves take none.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["reasons"] = allowed },
        };

    internal static Refusal Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new("invalid-case", 422, "Some values are missing or unknown; see the errors.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors },
        };
}
