using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening;

/// <summary>The problem codes of this service.</summary>
internal static class ScreeningRefusals
{
    /// <summary>An unknown reference, one of another office and one of another centre look the same.</summary>
    public static readonly Refusal PersonNotFound = new("person-not-found", 404, "This office knows no person by this reference.")
    {
        Fix = "Use the 'id' that POST /people or /people/search answered to your own office; references of other offices do not work here.",
    };

    public static readonly Refusal TooManySearches = new("too-many-searches", 429, "This account has searched for people too often; wait a few seconds, or ask for the process number.");

    public static readonly Refusal InterviewNotFound = new("interview-not-found", 404, "This centre has no such interview.");

    public static readonly Refusal ConsentNotFound = new("consent-not-found", 404, "This office knows no such consent.");

    public static readonly Refusal ConsentStatutory = new("consent-statutory", 409, "This disclosure rests on a law and not on a consent; it cannot be withdrawn.")
    {
        Fix = "Tell the person which law it is ('legalBasis'); an objection goes to the data-protection officer.",
    };

    public static readonly Refusal ConsentNotDraft = new("consent-not-draft", 409, "Only a draft that has not ended can become active.");

    public static readonly Refusal GroundUnfit = new("statutory-ground-unfit", 422, "There is no such statutory ground, or it does not cover this sender, receiver, request or purpose.")
    {
        Fix = "The grounds are data of the screening service; without one, ask the person for consent.",
    };

    public static readonly Refusal DisclosureNotFound = new("disclosure-not-found", 404, "There is nothing to fetch for this caller.")
    {
        Fix = "Only the receiver that the permit names may fetch, before it expires, and not after the consent was withdrawn.",
    };

    public static readonly Refusal RulesNotFound = new("rules-not-found", 404, "There is no such rules version.");

    public static readonly Refusal RulesNotInForce = new("rules-not-in-force", 409, "No approved rules are in force on this date.");

    public static readonly Refusal RulesAlreadyLoaded = new("rules-already-loaded", 409, "These documents with this first day are stored already.");

    public static readonly Refusal RulesInvalid = new("rules-invalid", 422, "The rules are not loaded; 'errors' names each thing that does not exist.");

    public static readonly Refusal AnswersInvalid = new("answers-invalid", 422, "No answer was saved; 'errors' names each that is wrong.")
    {
        Fix = "GET /rules/questions lists codes, types and options. A declined answer is \"prefer-not-to-say\", not knowing is \"dont-know\" where it is an option.",
    };

    public static readonly Refusal PersonInvalid = new("person-invalid", 422, "The person was not saved; 'errors' names each member that is wrong.");

    public static readonly Refusal InterviewInvalid = new("interview-invalid", 422, "The interview was not started; 'errors' names each member that is wrong.");

    public static readonly Refusal ConsentInvalid = new("consent-invalid", 422, "The consent was not recorded; 'errors' names each member that is wrong.");

    public static readonly Refusal OfficeUnknown = new("office-unknown", 422, "There is no such office.");

    public static readonly Refusal StaffInvalid = new("staff-invalid", 422, "Name at most 50 members of staff by the subject of their account; nobody lifts the limit.");

    public static readonly Refusal EmergencyInvalid = new("emergency-invalid", 422, "The record was not opened; 'errors' names each member that is wrong.");

    public static readonly Refusal EmergencyNotFound = new("emergency-access-not-found", 404, "There is no such emergency access, or it is over.");

    public static readonly Refusal SecondPersonNeeded = new("second-person-needed", 403, "Another member of staff than the one who opened the record looks at it afterwards.");

    public static readonly Refusal EmergencyClosed = new("emergency-access-closed", 409, "It was confirmed already, or 24 hours are over and it lies with the data-protection officer.");

    public static readonly Refusal NoticeNotFound = new("notice-not-found", 404, "There is no such notice to give.");

    public static readonly Refusal SearchInvalid = new("search-invalid", 422, "Search by a name of two letters or more, or by a process number.");

    public static readonly Refusal DisclosureInvalid = new("disclosure-invalid", 422, "The disclosure request is not valid; 'errors' names each member that is wrong.");

    public static readonly Refusal RequestUnknown = new("request-unknown", 422, "The receiver does not serve such a request.");

    public static readonly Refusal ConsentMissing = new("consent-missing", 422, "The person has not agreed to this disclosure.")
    {
        Fix = "Record the person's consent for this receiver, purpose and these categories with POST /consents, then send again.",
    };

    public static Refusal With(this Refusal refusal, IReadOnlyDictionary<string, string[]> errors) =>
        refusal with { Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors } };
}
