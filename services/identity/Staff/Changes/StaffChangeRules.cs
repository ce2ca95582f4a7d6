using Cnaim.Identity.Tokens;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;

namespace Cnaim.Identity.Staff.Changes;

/// <summary>What may be asked for, and who may decide; without a database.</summary>
internal static class StaffChangeRules
{
    private const string Administrator = "administrator";
    private const string Developer = "partner-developer";
    private static readonly string[] National = ["national-manager", "data-protection-officer", "auditor", Administrator, Developer];

    public static Refusal? Check(NewStaffChange change, ReferenceCodes codes)
    {
        var needsRole = change.Kind is StaffChange.Create or StaffChange.Assign;
        string?[] errors =
        [
            StaffChange.Kinds.Contains(change.Kind, StringComparer.Ordinal) ? null : "kind: use one of " + string.Join(", ", StaffChange.Kinds) + ".",
            change.Account.Length is >= 3 and <= 64 && change.Account.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-') ? null : "account: use 3 to 64 of a-z, 0-9, full stop and hyphen.",
            !needsRole || DemoIdentity.Roles.Contains(change.Role ?? "", StringComparer.Ordinal) ? null : "role: use one of " + string.Join(", ", DemoIdentity.Roles) + ".",
            (change.Kind is StaffChange.EndAssignment) == change.AssignmentId.HasValue ? null : "assignmentId: name it to end an assignment, and only then.",
            codes.Offices.Contains(change.Office) || change.Office is "identity" ? null : "office: use the code of an office.",
            codes.Centres.Contains(change.Centre) || (change.Centre.Length == 0 && IsNational(change.Role)) ? null : "centre: use the code of a centre; only national roles have none.",
            (needsRole && change.Role is Developer) == change.ClientId is not null ? null : "clientId: name the client of a partner's developer, and only then.",
            change.Reason.Length is >= 3 and <= 500 ? null : "reason: use 3 to 500 characters.",
        ];
        return errors.OfType<string>().ToList() is { Count: > 0 } wrong ? StaffRefusals.InvalidWith(wrong) : null;
    }

    /// <summary>Whether the caller may ask for it or decide it at all: a coordinator within his office and centre, and never about national roles or municipalities.</summary>
    public static bool IsWithin(RightsPolicy rights, Actor actor, string right, string? role, string office, string centre) =>
        rights.Allows(actor, right, office, centre) && (!(IsNational(role) || role is "municipal-officer") || string.Equals(actor.Role, Administrator, StringComparison.Ordinal));

    public static Refusal? CheckDecision(StaffChange change, Actor actor) => change switch
    {
        { Decision: not null } => StaffRefusals.Decided,
        _ when string.Equals(change.RequestedBy, actor.Subject, StringComparison.Ordinal) => StaffRefusals.OwnRequest,
        { StaffId: { } staffId } when string.Equals(StaffAccount.SubjectOf(staffId), actor.Subject, StringComparison.Ordinal) => StaffRefusals.OwnRequest,
        _ => null,
    };

    private static bool IsNational(string? role) => role is null || National.Contains(role, StringComparer.Ordinal);
}
