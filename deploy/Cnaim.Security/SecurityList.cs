using Cnaim.Security.Attacks;

namespace Cnaim.Security;

/// <summary>The security test list: every row is tried, proven elsewhere, or said to be missing.</summary>
public static class SecurityList
{
    /// <summary>What is tried on a running platform.</summary>
    public static IReadOnlyList<Attack> Attacks { get; } =
    [
        .. StolenTokens.All, .. OtherOffices.All, .. ExtraFields.All, .. StateMoves.All, .. Bodies.All, .. Smuggling.All, .. ForgedHeaders.All,
        .. ForgedMessages.All, .. ForgedAddresses.All, .. HostileText.All, .. AuditRows.All, .. ForcedErrors.All, .. Enumeration.All, .. GrpcCalls.All, .. Routes.All,
        .. CounterPages.All, .. PartnerEndpoints.All,
    ];

    /// <summary>What is not.</summary>
    public static IReadOnlyList<ProvenElsewhere> Elsewhere { get; } =
    [
        new("S1", "expired token, unknown key", "Cnaim.ServiceDefaults.Tests: When_a_request_carries_a_token"),
        new("S4", "rights removed while signed in", "Cnaim.EndToEnd.Tests: When_rights_are_taken_away; Cnaim.Identity.Tests: When_rights_are_changed; Cnaim.Gateway.Tests: When_staff_use_a_session"),
        new("S20", "reordering, insertion, truncation, an old backup, as table owner", "Cnaim.Messaging.Tests: When_an_audit_trail_is_attacked"),
        new("S9", "slow heads and bodies, idle connections, rapid reset", "Cnaim.Gateway.Tests: When_clients_hold_connections"),
        new("S12", "webhook addresses on this machine, and all of them at connect", "Cnaim.Subscriptions.Tests: When_an_address_is_checked"),
        new("S13", "rebinding and mixed answers of webhook hosts", "Cnaim.Subscriptions.Tests: When_a_name_turns_inside, When_an_address_is_checked"),
        new("S14", "webhook signatures and times as receivers check them", "Cnaim.Subscriptions.Tests: When_a_request_is_signed (npm standardwebhooks, unmodified); Cnaim.EndToEnd.Tests: When_a_partner_connects"),
        new("S15", "webhook secrets at rest and as a partner's own library sees them", "Cnaim.Subscriptions.Tests: When_an_endpoint_is_managed"),
        new("S19", "personal data in logs, traces, metrics, queues and exception texts", "Cnaim.EndToEnd.Tests: When_everything_has_been_played"),
        new("S21", "database down", "Cnaim.Faults.Tests"),
        new("S22", "screening down, slow or answering nonsense", "Cnaim.EndToEnd.Tests: When_screening_is_silent"),
        new("S26", "a played person erased from every table, queue and file of the platform; the chains still verify", "Cnaim.EndToEnd.Tests: When_a_person_is_forgotten"),
        new("S26", "what a law keeps, what arrives late, error queues, who may ask and decide", "Cnaim.Offices.Tests: When_a_person_is_erased; Cnaim.Screening.Tests: When_a_person_asks_to_be_forgotten"),
    ];

    /// <summary>The rows of the list.</summary>
    public static IReadOnlyList<string> Rows { get; } = [.. Enumerable.Range(1, 26).Select(number => $"S{number}")];
}
