using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: asks for an account, a role or an account's end; another one decides.</summary>
internal sealed class UserNewModel(OfficeCodes offices, CodeNames names) : AdminPage
{
    private static readonly string[] OfCentre = ["reception", "mediator", "office-agent", "focal-point", "coordinator"];
    private static readonly string[] National = ["municipal-officer", "national-manager", "data-protection-officer", "auditor", "administrator", Actor.PartnerDeveloperRole];

    protected override string Name => AdminPages.Users;

    [BindProperty]
    public string Kind { get; set; } = StaffChange.Kinds[0];

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Centre { get; set; }

    [BindProperty]
    public string? ClientId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool IsWhole => IsNetwork;

    public IReadOnlyList<Choice> Roles => Words.Choices("Role", IsNetwork ? [.. OfCentre, .. National] : OfCentre, "Admin_NoRole");

    public IReadOnlyList<Choice> Offices => [.. offices.All.Append("reception").Append("identity").Select(code => new Choice(code, Words.Office(code))).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];

    public IReadOnlyList<Choice> Centres => [new Choice("", Words["Admin_NoCentre"]), .. names.Codes("Centre").Select(code => new Choice(code, Words.Code("Centre", code))).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];

    public IActionResult OnGet()
    {
        Narrow();
        return IsAllowed ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        Narrow();
        var isWithRole = Kind is "create" or "assign";
        var body = new { kind = Kind, account = Account?.Trim() ?? "", role = isWithRole ? Role : null, office = Office ?? "", centre = Centre ?? "", clientId = isWithRole && !string.IsNullOrWhiteSpace(ClientId) ? ClientId.Trim() : null, reason = Reason?.Trim() ?? "" };
        var answer = await Calls.SendAsync<StaffChange>(new ServiceRequest("identity", HttpMethod.Post, UsersModel.Path) { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Tell("admin-change-asked");
        return LocalRedirect("/admin/users");
    }

    // A coordinator asks for the own office at the own centre; the service says so too.
    private void Narrow() => (Office, Centre) = IsNetwork ? (Office ?? "reception", Centre) : (Staff.Office, Staff.Centre);
}
