using Cnaim.Gateway.Counter.Pages.Cases;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Gateway.Counter;

/// <summary>What stands in whose menu (counter-ui.md, section 3); what somebody may see there, services decide.</summary>
internal static class RolePages
{
    private static readonly string[] Desks = ["mediator", "office-agent", "focal-point", "coordinator", "municipal-officer"];
    private static readonly string[] Counter = ["reception", .. Desks];

    private static readonly (string Address, string Text, string[] Roles)[] All =
    [
        ("/reception", "Nav_Reception", ["reception", "mediator", "coordinator", "municipal-officer"]),
        ("/counter", "Nav_Counter", Desks),
        ("/people/search", "Nav_People", Counter),
        ("/mediators", "Nav_Mediators", Counter),
        ("/referrals", "Nav_Referrals", Desks),
        ("/appointments", "Nav_Appointments", Counter),
        ("/cases", "Nav_Cases", CasePage.Roles),
        ("/floor", "Nav_Floor", ["coordinator"]),
        ("/statistics/waits", "Nav_Statistics", ["coordinator"]),
        ("/operations", "Nav_Operations", ["administrator"]),
        ("/audit", "Nav_Audit", ["coordinator", "data-protection-officer"]),
        ("/audit/reads", "Nav_Reads", ["auditor", "data-protection-officer"]),
        ("/audit/verification", "Nav_Verification", ["administrator", "auditor", "data-protection-officer"]),
        ("/partners", "Nav_Partners", [Actor.PartnerDeveloperRole]),
        ("/admin", "Nav_Admin", ["administrator", "coordinator", "focal-point", "national-manager"]),
    ];

    // What everybody has who is signed in, and their own: whoever is no member of staff is not even shown a form.
    private static readonly string[] PartnerFolders = ["/Partners/", "/Account/", "/Kept/", "/UiKit/", "/Index", "/Stay"];

    /// <summary>Without the home page, which everybody has.</summary>
    public static IEnumerable<(string Address, string Text)> Of(string role) => All.Where(page => page.Roles.Contains(role, StringComparer.Ordinal)).Select(page => (page.Address, page.Text));

    /// <summary>Whether the role answers or sends referrals.</summary>
    public static bool HasReferrals(string role) => Desks.Contains(role, StringComparer.Ordinal);

    /// <summary>Whether the role may be at a page at all.</summary>
    public static bool Has(string role, string? page) => !IsPartner(role) || (page is not null && Array.Exists(PartnerFolders, folder => page.StartsWith(folder, StringComparison.Ordinal)));

    /// <summary>Whether the role looks after one partner's client, and after nothing else.</summary>
    public static bool IsPartner(string role) => string.Equals(role, Actor.PartnerDeveloperRole, StringComparison.Ordinal);
}
