using System.Security.Cryptography;
using System.Text;

namespace Cnaim.Identity.Staff;

/// <summary>An account that only the sandbox has.</summary>
internal sealed record DemoAccount(string Name, string Role, string Office, string Centre)
{
    /// <summary>The client that a partner's developer works for; null for everybody else.</summary>
    public string? ClientId { get; init; }

    private const string Lisbon = "cnaim-lisboa";

    /// <summary>Works at a municipality's centre, alone with the whole visit.</summary>
    public static DemoAccount MunicipalOfficer { get; } = new("municipal-officer", "municipal-officer", "reception", "claim-albufeira");

    /// <summary>Works for the partner whom the sandbox invents.</summary>
    public static DemoAccount PartnerDeveloper { get; } = new("partner-developer", "partner-developer", "reception", "") { ClientId = "sandbox-partner" };

    /// <summary>The same in every sandbox, made of the name, so that other services' examples can name the account: mediation has a mediator who is <c>demo-mediator</c>.</summary>
    public static Guid IdOf(string account) => new(SHA256.HashData(Encoding.UTF8.GetBytes("cnaim-demo-staff:" + account)).AsSpan(0, 16));

    public static DemoAccount OfRole(string name)
    {
        var isNational = name.StartsWith("administrator", StringComparison.Ordinal) || name is "auditor" or "data-protection-officer";
        return new DemoAccount(name, name.Split("-2")[0], isNational ? "identity" : "reception", isNational ? "" : Lisbon);
    }

    public static DemoAccount OfOffice(string office) => new(office, "office-agent", office, Lisbon);
}
