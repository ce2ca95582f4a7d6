namespace Cnaim.Gateway.Counter;

/// <summary>What stands in the menu for one role alone; what it may see there, services decide.</summary>
internal static class RolePages
{
    private static readonly (string Address, string Text) Administration = ("/admin", "Nav_Admin");

    public static IReadOnlyList<(string Address, string Text)> Of(string role) => role switch
    {
        "administrator" => [("/operations", "Nav_Operations"), ("/audit/verification", "Nav_Verification"), Administration],
        "auditor" => [("/audit/verification", "Nav_Verification")],
        "data-protection-officer" => [("/audit", "Nav_Audit"), ("/audit/verification", "Nav_Verification")],
        "coordinator" => [("/cases", "Nav_Cases"), ("/floor", "Nav_Floor"), ("/audit", "Nav_Audit"), Administration],
        "focal-point" => [("/cases", "Nav_Cases"), Administration],
        "mediator" or "office-agent" or "municipal-officer" => [("/cases", "Nav_Cases")],
        "national-manager" => [Administration],
        _ => [],
    };
}
