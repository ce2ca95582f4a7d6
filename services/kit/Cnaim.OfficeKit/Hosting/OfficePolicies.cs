namespace Cnaim.OfficeKit;

/// <summary>Authorization policies of an office.</summary>
public static class OfficePolicies
{
    /// <summary>Staff and partner clients that act for this office at one of its centres; others get 403.</summary>
    public const string Counter = "office-counter";

    /// <summary>Who may look into this office's audit trail for one of its centres.</summary>
    internal const string Audit = "office-audit";

    /// <summary>The roles that <see cref="Audit"/> admits.</summary>
    internal static readonly string[] AuditRoles = ["data-protection-officer", "focal-point"];

    /// <summary>The roles that <see cref="Counter"/> admits; national roles see aggregates only (domain.md section 6).</summary>
    internal static readonly string[] CounterRoles = "reception mediator office-agent focal-point coordinator partner-client".Split(' ');
}
