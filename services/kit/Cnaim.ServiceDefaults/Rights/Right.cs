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

    /// <summary>Reminding the focal point of an overdue referral of the centre.</summary>
    public const string ReferralsRemind = "referrals.remind";

    /// <summary>The centre's cases and what hangs on them.</summary>
    public const string CasesRead = "cases.read";

    /// <summary>Opening and moving cases, and what hangs on them.</summary>
    public const string CasesChange = "cases.change";

    /// <summary>Free times, and the appointments of the caller's office at the centre or made there.</summary>
    public const string AppointmentsRead = "appointments.read";

    /// <summary>Booking, moving and ending appointments.</summary>
    public const string AppointmentsBook = "appointments.book";

    /// <summary>Free times of the caller's office at its other centres, and booking one there: nothing else of those centres.</summary>
    public const string AppointmentsBookElsewhere = "appointments.book-elsewhere";

    /// <summary>Free times of the office that took the caller's referral, and booking one there for the person of that referral.</summary>
    public const string AppointmentsBookByReferral = "appointments.book-by-referral";

    /// <summary>Finding today's appointment at the centre by the code that the person brings: when and where, not who.</summary>
    public const string AppointmentsCheckIn = "appointments.check-in";

    /// <summary>Writing who gives appointments at the centre, and when.</summary>
    public const string AppointmentsManage = "appointments.manage";

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

    /// <summary>Recording at a counter that a person asks to be forgotten.</summary>
    public const string ErasuresRequest = "erasures.request";

    /// <summary>How far erasure orders are: ids, times and counts; which offices are concerned is shown to the officer alone.</summary>
    public const string ErasuresRead = "erasures.read";

    /// <summary>Approving or rejecting an erasure that another person asked for.</summary>
    public const string ErasuresDecide = "erasures.decide";

    /// <summary>Giving digests of what the caller's own service has erased to be kept.</summary>
    public const string ErasuresKeep = "erasures.keep";

    /// <summary>What was opened, or not confirmed as ended, without a second person: ids, offices and times.</summary>
    public const string ProtectionOversee = "protection.oversee";

    /// <summary>Asking, answering and assessing.</summary>
    public const string InterviewsConduct = "interviews.conduct";

    /// <summary>A number of a document in full, where others see its last characters.</summary>
    public const string IdentifiersRead = "identifiers.read";

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

    /// <summary>Writing who is reminded at the offices of the caller's centre or of the network, and how many places they have.</summary>
    public const string DirectoryChange = "directory.change";

    /// <summary>Telling everybody who works on the pages something, and ending it.</summary>
    public const string NoticesPublish = "notices.publish";

    /// <summary>Aggregates above the threshold.</summary>
    public const string StatisticsRead = "statistics.read";

    /// <summary>Who did what to which record; never the record.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>Giving the head of the caller's own audit chain to be kept.</summary>
    public const string AuditKeep = "audit.keep";

    /// <summary>Taking a root over all kept heads.</summary>
    public const string AuditRoot = "audit.root";

    /// <summary>Who saw what the caller's centre holds of a person.</summary>
    public const string AccessRead = "access.read";

    /// <summary>Who saw what screening holds of a person, and who holds a permit.</summary>
    public const string PeopleAccess = "people.access";

    /// <summary>Staff accounts and assignments of the caller's centre, or of the network.</summary>
    public const string StaffRead = "staff.read";

    /// <summary>What colleagues with work at the caller's centre are called.</summary>
    public const string StaffNames = "staff.names";

    /// <summary>Asking for an account or an assignment.</summary>
    public const string StaffRequest = "staff.request";

    /// <summary>Approving what another asked for.</summary>
    public const string StaffApprove = "staff.approve";

    /// <summary>One's own session, second factor and password.</summary>
    public const string SessionOwn = "session.own";

    /// <summary>Asking for and approving partner clients.</summary>
    public const string ClientsManage = "clients.manage";

    /// <summary>A partner's own client: its keys, and in the sandbox its secret.</summary>
    public const string ClientsOwn = "clients.own";

    /// <summary>Replacing the key that signs tokens.</summary>
    public const string KeysRotate = "keys.rotate";

    /// <summary>Tickets, the information counter and the children's room at reception.</summary>
    public const string TicketsIssue = "tickets.issue";

    /// <summary>The centre's queues and tickets: numbers, languages and times.</summary>
    public const string QueuesRead = "queues.read";

    /// <summary>Calling tickets at a desk of the centre; the desk's queues say for which office.</summary>
    public const string QueuesServe = "queues.serve";

    /// <summary>Closing queues, moving desks, boards, the floor of the centre.</summary>
    public const string QueuesManage = "queues.manage";

    /// <summary>Who interprets: mediators, their languages, and which are free.</summary>
    public const string MediatorsRead = "mediators.read";

    /// <summary>Booking mediators for the caller's counter, and moving those bookings.</summary>
    public const string MediatorsBook = "mediators.book";

    /// <summary>Writing the centre's mediators: languages, training, rota.</summary>
    public const string MediatorsManage = "mediators.manage";

    /// <summary>A mediator's own profile, rota and bookings.</summary>
    public const string MediatorsOwn = "mediators.own";

    /// <summary>Asking for telephone translation at the caller's counter.</summary>
    public const string InterpretingUse = "interpreting.use";

    /// <summary>How often nobody was found, by language and hour; small counts hidden.</summary>
    public const string LanguageDemandRead = "language-demand.read";

    /// <summary>What each partner may be told, and what was asked of it.</summary>
    public const string AgreementsRead = "agreements.read";

    /// <summary>Asking for other terms of a partner's agreement, and deciding on what another asked for.</summary>
    public const string AgreementsManage = "agreements.manage";

    /// <summary>A partner's own agreement, endpoints, delivery log and events.</summary>
    public const string SubscriptionsOwn = "subscriptions.own";

    /// <summary>Letting a partner's client ask for tokens for its own queue at the broker; for subscriptions.</summary>
    public const string QueuesGrant = "queues.grant";

    /// <summary>Reading digests of what another service has erased, to forget the same.</summary>
    public const string ErasuresFollow = "erasures.follow";
}
