using System.Text.RegularExpressions;

namespace Cnaim.Identity.Tokens;

/// <summary>The demo identity that the sandbox client chooses by <c>office</c>, <c>centre</c>, <c>role</c> and, for several at one office, <c>desk</c>.</summary>
internal static partial class DemoIdentity
{
    private const string DefaultRole = "office-agent";

    public static IReadOnlyList<string> Parameters { get; } = ["office", "centre", "role", "desk"];

    public static IReadOnlyList<string> Roles { get; } =
    [
        "reception", "mediator", DefaultRole, "focal-point", "coordinator", "municipal-officer",
        "national-manager", "data-protection-officer", "auditor", "administrator", "partner-client", "partner-developer",
    ];

    public static (TokenSubject? Subject, TokenError? Error) Choose(IReadOnlyDictionary<string, string> form, ReferenceCodes codes)
    {
        var office = form.GetValueOrDefault("office", "");
        var centre = form.GetValueOrDefault("centre", "");
        var role = form.GetValueOrDefault("role", DefaultRole);
        var desk = form.GetValueOrDefault("desk");
        var error = (codes.Offices.Contains(office), codes.Centres.Contains(centre), Roles.Contains(role, StringComparer.Ordinal), IsDesk(desk)) switch
        {
            (false, _, _, _) => "office: use the code of an office, for example health.",
            (_, false, _, _) => "centre: use the code of a centre, for example cnaim-lisboa.",
            (_, _, false, _) => "role: use one of " + string.Join(", ", Roles) + ".",
            (_, _, _, false) => "desk: use up to 32 of a-z, 0-9 and hyphen.",
            _ => null,
        };
        return error is null
            ? (new TokenSubject(Name(role, office, centre, desk), office, centre, role), null)
            : (null, TokenError.InvalidRequest(error));
    }

    private static string Name(string role, string office, string centre, string? desk) =>
        $"demo:{role}:{office}@{centre}" + (desk is null ? "" : "/" + desk);

    private static bool IsDesk(string? desk) => desk is null || Desk().IsMatch(desk);

    [GeneratedRegex("^[a-z0-9-]{1,32}\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Desk();
}
