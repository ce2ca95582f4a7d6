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

    public static readonly Refusal IdentifierInvalid = new("identifier-invalid", 422, "The number was not kept; 'errors' names what is wrong.");

    public static readonly Refusal IdentifierUnlikely = new("identifier-unlikely", 422, "The number does not pass the check of its type; it was not kept.")
    {
        Fix = "Compare it with the document. When the document says so, send it again with 'override' and the reason; a person needs no number to be served.",
    };

    public static readonly Refusal IdentifierKnown = new("identifier-known", 409, "This office has this number of this person already.");

    public static readonly Refusal IdentifierNotFound = new("identifier-not-found", 404, "This office was not shown such a number of this person.");

    public static readonly Refusal DuplicateInvalid = new("duplicate-invalid", 422, "Name two records, and 'marked-duplicate', 'marked-distinct' or 'unsure'.");

    public static readonly Refusal DuplicateSecondPerson = new("duplicate-second-person", 403, "Another member of staff than the one who proposed the merge approves it.")
    {
        Fix = "A colleague of this centre sends the same request; 'marked-distinct' takes the proposal back.",
    };

    public static readonly Refusal DuplicateOtherwise = new("duplicate-otherwise", 409, "The merge of these two was proposed or approved with the other record kept.")
    {
        Fix = "Send the two in the other order, or separate them with 'marked-distinct' first.",
    };

    public static readonly Refusal DuplicateChained = new("duplicate-chained", 409, "One of the two is part of another merge; separate that one first.");

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

    public static readonly Refusal RulesSecondPerson = new("rules-second-person-needed", 403, "Another person than the one who loaded the version approves it.");

    public static readonly Refusal RulesNotInForce = new("rules-not-in-force", 409, "No approved rules are in force on this date.");

    public static readonly Refusal RulesAlreadyLoaded = new("rules-already-loaded", 409, "These documents with this first day are stored already.");

    public static readonly Refusal RulesInvalid = new("rules-invalid", 422, "The rules are not loaded; 'errors' names each thing that does not exist.");

    public static readonly Refusal AnswersInvalid = new("answers-invalid", 422, "No answer was saved; 'errors' names each that is wrong.")
    {
        Fix = "GET /rules/questions lists codes, types and options. A declined answer is \"prefer-not-to-say\", not knowing is \"dont-know\" where it is an option.",
    };

    public static readonly Refusal PersonInvalid = new("person-invalid", 422, "The person was not saved; 'errors' names each member that is wrong.");

    public static readonly Refusal InterviewInvalid = new("interview-invalid", 422, "The interview was not started; 'errors' names each member that is wrong.");

    public static readonly Refusal ConsentInvalid = new("consent-invalid", 422, "Nothing was recorded; 'errors' names each member that is wrong.");

    public static readonly Refusal OfficeUnknown = new("office-unknown", 422, "There is no such office.");

    public static readonly Refusal StaffInvalid = new("staff-invalid", 422, "Name at most 50 members of staff by the subject of their account; nobody lifts the limit.");

    public static readonly Refusal EmergencyInvalid = new("emergency-invalid", 422, "The record was not opened; 'errors' names each member that is wrong.");

    public static readonly Refusal EmergencyNotFound = new("emergency-access-not-found", 404, "There is no such emergency access, or it is over.");

    public static readonly Refusal SecondPersonNeeded = new("second-person-needed", 403, "Another member of staff than the one who opened the record looks at it afterwards.");

    public static readonly Refusal EmergencyClosed = new("emergency-access-closed", 409, "It was confirmed already, or 24 hours are over and it lies with the data-protection officer.");

    public static readonly Refusal ErasureNotFound = new("erasure-not-found", 404, "This centre has no such erasure order.");

    public static readonly Refusal ErasureOpen = new("erasure-open", 409, "The person has asked already; the order waits for the data-protection officer.");

    public static readonly Refusal ErasureDecided = new("erasure-decided", 409, "The order was approved or rejected before.");

    public static readonly Refusal ErasureSecondPerson = new("erasure-second-person-needed", 403, "Another person than the one who asked for it decides.");

    public static readonly Refusal NoticeNotFound = new("notice-not-found", 404, "There is no such notice to give.");

    public static readonly Refusal SearchInvalid = new("search-invalid", 422, "Search by a name of two letters or more, by a process number or by one identifier.");

    public static readonly Refusal DisclosureInvalid = new("disclosure-invalid", 422, "The disclosure request is not valid; 'errors' names each member that is wrong.");

    public static readonly Refusal RequestUnknown = new("request-unknown", 422, "The receiver does not serve such a request.");

    public static readonly Refusal ConsentMissing = new("consent-missing", 422, "The person has not agreed to this disclosure.")
    {
        Fix = "Record the person's consent for this receiver, purpose and these categories with POST /consents, then send again.",
    };

    public static Refusal With(this Refusal refusal, IReadOnlyDictionary<string, string[]> errors) =>
        refusal with { Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors } };
}
