namespace Cnaim.ServiceDefaults.Rights;

/// <summary>The names of the rights in <c>rights.json</c>, which says who has them.</summary>
public static class Right
{
    /// <summary>What an office is called and what it solves, and its reference data.</summary>
    public const string OfficeRead = "office.read";

    /// <summary>The centre's referrals, sent and received.</summary>
    public const string ReferralsRead = "referrals.read";

    /// <summary>Referring people onward, and the sender's moves.</summary>
    public const string ReferralsSend = "referrals.send";

    /// <summary>The receiver's moves; the record says whose move it is.</summary>
    public const string ReferralsAnswer = "referrals.answer";

    /// <summary>The centre's cases and what hangs on them.</summary>
    public const string CasesRead = "cases.read";

    /// <summary>Opening and moving cases, and what hangs on them.</summary>
    public const string CasesChange = "cases.change";

    /// <summary>Stuck messages of a service; an office's are its own administrator's.</summary>
    public const string OperationsRead = "operations.read";

    /// <summary>Trying again, skipping and reconciling messages.</summary>
    public const string OperationsChange = "operations.change";

    /// <summary>People whom the caller's centre knows, by search or reference.</summary>
    public const string PeopleRead = "people.read";

    /// <summary>Registering and correcting people.</summary>
    public const string PeopleChange = "people.change";

    /// <summary>Opening a record in an emergency, confirming what another opened, telling the person.</summary>
    public const string EmergencyUse = "emergency.use";

    /// <summary>What was opened, or not confirmed as ended, without a second person: ids, offices and times.</summary>
    public const string ProtectionOversee = "protection.oversee";

    /// <summary>Asking, answering and assessing.</summary>
    public const string InterviewsConduct = "interviews.conduct";

    /// <summary>Consents that name the caller's office.</summary>
    public const string ConsentsRead = "consents.read";

    /// <summary>Recording and withdrawing consents.</summary>
    public const string ConsentsChange = "consents.change";

    /// <summary>Asking for a permit, redeeming it, confirming a purge; a service does it for its office when no one is at the counter.</summary>
    public const string DisclosuresUse = "disclosures.use";

    /// <summary>The interview's questions and the rules, without anybody's answers.</summary>
    public const string RulesRead = "rules.read";

    /// <summary>Loading and approving rules.</summary>
    public const string RulesChange = "rules.change";

    /// <summary>Offices, centres, deadlines: nothing about a person.</summary>
    public const string DirectoryRead = "directory.read";

    /// <summary>Aggregates above the threshold.</summary>
    public const string StatisticsRead = "statistics.read";

    /// <summary>Who did what to which record; never the record.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>Staff accounts and assignments of the caller's centre, or of the network.</summary>
    public const string StaffRead = "staff.read";

    /// <summary>Asking for an account or an assignment.</summary>
    public const string StaffRequest = "staff.request";

    /// <summary>Approving what another asked for.</summary>
    public const string StaffApprove = "staff.approve";

    /// <summary>One's own session, second factor and password.</summary>
    public const string SessionOwn = "session.own";

    /// <summary>Asking for and approving partner clients.</summary>
    public const string ClientsManage = "clients.manage";

    /// <summary>Replacing the key that signs tokens.</summary>
    public const string KeysRotate = "keys.rotate";
}
