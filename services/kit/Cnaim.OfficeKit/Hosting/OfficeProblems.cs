using Cnaim.OfficeKit.Appointments;
using Cnaim.OfficeKit.Cases;
using Cnaim.OfficeKit.Referrals;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Hosting;

/// <summary>The problem codes of every office, for the registry; those of the defaults are not repeated.</summary>
internal static class OfficeProblems
{
    private static readonly Dictionary<string, string[]> None = [];

    public static IReadOnlyList<Refusal> All { get; } =
    [
        OfficeRefusals.InvalidQuery,
        ReferralRefusals.ConsentMissing,
        ReferralRefusals.OfferGone,
        ReferralRefusals.DisclosureEnded,
        ReferralRefusals.ScreeningSilent,
        ReferralRefusals.OfficeExternal,
        ReferralRefusals.NotOverdue,
        ReferralRefusals.RemindedLately,
        ReferralRefusals.Invalid(None),
        new Refusal("move-not-allowed", 409, "The referral's state does not allow this action here; 'allowed' names the actions that it does."),
        AppointmentRefusals.PersonBusy,
        AppointmentRefusals.TooEarly,
        AppointmentRefusals.InvalidReason,
        AppointmentRefusals.SlotTaken([]),
        AppointmentRefusals.Invalid(None),
        AppointmentRefusals.InvalidCalendar(None),
        new Refusal("appointment-move-not-allowed", 409, "The appointment's state does not allow this action; 'allowed' names the actions that it does."),
        CaseRefusals.Closed,
        CaseRefusals.InvalidBasis,
        CaseRefusals.InvalidStaff,
        CaseRefusals.NotRestricted,
        CaseRefusals.Invalid(None),
        CaseRefusals.InvalidReason(CaseRules.CloseReasons),
        new Refusal("case-move-not-allowed", 409, "The case's state does not allow this action; 'allowed' names the actions that it does."),
    ];
}
