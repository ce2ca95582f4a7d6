using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>The refusals about appointments and their calendars.</summary>
internal static class AppointmentRefusals
{
    public static readonly Refusal NotFound = new("not-found", 404, "There is no such appointment at this office and centre.");

    public static readonly Refusal NoReferral = new("not-found", 404, "The caller's office and centre sent no such referral here.");

    public static readonly Refusal ReferralNotTaken = new("referral-not-taken", 409, "Times are given for a referral that this office has accepted and not ended.");

    public static readonly Refusal AlreadyBooked = new("already-booked", 409, "The person is expected here for that referral already.");

    public static readonly Refusal CalendarNotFound = new("not-found", 404, "There is no such calendar at this office and centre.");

    public static readonly Refusal PersonBusy = new("person-busy", 409, "The person has another appointment at this office at that time.");

    public static readonly Refusal InvalidReason = new("invalid-cancel-reason", 422, "Cancelling needs one of the reasons, other moves take none.")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["reasons"] = AppointmentCodes.Reasons },
    };

    public static readonly Refusal TooEarly = new("appointment-not-begun", 409, "Nobody is late for an appointment that has not begun.");

    public static readonly Refusal Waiting = new("already-waiting", 409, "The person is on the list of this office at that centre already.");

    public static readonly Refusal NotFirst = new("not-first", 409, "Others have waited longer for a time at that centre.");

    /// <summary>Nobody waits where they need not.</summary>
    public static Refusal TimesAreFree(IReadOnlyList<SlotResource> next) => new("times-are-free", 409, "There are free times at that centre; 'next' has up to three.")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["next"] = next },
    };

    public static Refusal SlotTaken(IReadOnlyList<SlotResource> next) => new("slot-taken", 409, "That time is not free; 'next' has up to three times that are.")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["next"] = next },
    };

    public static Refusal MoveNotAllowed(string state, string action, IReadOnlyList<string> allowed) =>
        new("appointment-move-not-allowed", 409, $"An appointment in state {state} cannot {action}; see the allowed moves.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["state"] = state,
                ["allowed"] = allowed,
            },
        };

    public static Refusal Invalid(IReadOnlyDictionary<string, string[]> errors) => new("invalid-appointment", 422, "Some values are missing or unknown; see the errors.")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors },
    };

    public static Refusal InvalidCalendar(IReadOnlyDictionary<string, string[]> errors) => new("invalid-calendar", 422, "Some values are missing or unknown; see the errors.")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors },
    };
}
