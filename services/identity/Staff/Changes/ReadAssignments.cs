using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Cnaim.Identity.Staff.Changes;

/// <summary>What an account may do where, as far as the caller may change it. A POST, since the name of an account can be a person's.</summary>
internal static class ReadAssignments
{
    public static async Task<Ok<AssignmentList>> Handle(
        AccountName request, Actor actor, RightsPolicy rights, UserManager<StaffAccount> staff, AssignmentStore assignments, CancellationToken cancellationToken)
    {
        var account = await staff.FindByNameAsync(request.Account);
        var current = account is null ? [] : await assignments.CurrentAsync(account.StaffId, cancellationToken);
        return TypedResults.Ok(new AssignmentList(
            [.. current.Where(one => StaffChangeRules.IsWithin(rights, actor, Right.StaffRequest, one.Role, one.Office, one.Centre)).Select(one => new AssignmentView(one.AssignmentId, one.Role, one.Office, one.Centre))]));
    }
}

/// <summary>Whose assignments are asked for.</summary>
internal sealed record AccountName
{
    public required string Account { get; init; }
}

/// <summary>Present assignments; empty too for an account that is not there or not the caller's to change.</summary>
internal sealed record AssignmentList(IReadOnlyList<AssignmentView> Items);

/// <summary>A role at an office and a centre.</summary>
internal sealed record AssignmentView(Guid AssignmentId, string Role, string Office, string Centre);
