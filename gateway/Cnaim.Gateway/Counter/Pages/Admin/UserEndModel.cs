using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: asks that a role of an account ends. The account is sent with the form and stands in no address: its name can be a person's.</summary>
internal sealed class UserEndModel : AdminPage
{
    protected override string Name => AdminPages.Users;

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public Guid? Assignment { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<StaffAssignment> Assignments { get; private set; } = [];

    public IReadOnlyList<Choice> Choices =>
        [.. Assignments.Select(one => new Choice(one.AssignmentId.ToString(), $"{Words.Code("Role", one.Role)}, {Words.Office(one.Office)}{(one.Centre.Length > 0 ? ", " + Words.Code("Centre", one.Centre) : "")}"))];

    public IActionResult OnGet() => IsAllowed ? Page() : NotFound();

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.SendAsync<StaffAssignmentList>(new ServiceRequest("identity", HttpMethod.Post, "/v1/staff/assignments/search") { Body = new { account = Account?.Trim() ?? "" } }, cancellationToken);
        if (!answer.IsGood)
        {
            Errors.Add(answer.Problem, Words);
        }
        else if (answer.Value.Items.Count == 0)
        {
            Errors.Add("account", Words["Admin_NoAssignments"]);
        }

        Assignments = answer.Value?.Items ?? [];
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OnPostFindAsync(cancellationToken) is not PageResult || Assignments.Count == 0)
        {
            return IsAllowed ? Shown() : NotFound();
        }

        if (Assignments.FirstOrDefault(one => one.AssignmentId == Assignment) is not { } chosen)
        {
            Errors.Add("assignment", Words["Admin_WhichMissing"]);
            return Shown();
        }

        var body = new { kind = "end-assignment", account = Account!.Trim(), assignmentId = chosen.AssignmentId, office = chosen.Office, centre = chosen.Centre, reason = Reason?.Trim() ?? "" };
        var answer = await Calls.SendAsync<StaffChange>(new ServiceRequest("identity", HttpMethod.Post, UsersModel.Path) { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Tell("admin-change-asked");
        return LocalRedirect("/admin/users");
    }
}
