using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Mediation;

internal static class MediationRefusals
{
    public static readonly Refusal UnknownLanguage = new("unknown-language", 422, "There is no such language; GET /v1/languages lists them.");

    public static readonly Refusal OtherCentre = new("other-centre", 422, "A counter acts at its own centre; leave 'centre' out.");

    public static readonly Refusal UnknownMode = new("unknown-mode", 422, "Use in-person or remote.");

    public static readonly Refusal UnknownLevel = new("unknown-level", 422, "Use basic, good, fluent or native.");

    public static readonly Refusal UnknownGender = new("unknown-gender", 422, "Use female, male or other, or leave it out.");

    public static readonly Refusal InvalidTime = new("invalid-time", 422, "The time lies in the past, further than 90 days ahead, or it is not between 5 minutes and 8 hours long.");

    public static readonly Refusal InvalidMediator = new("invalid-mediator", 422, "A value of the mediator breaks a rule; 'errors' names it.");

    public static readonly Refusal SubjectTaken = new("subject-taken", 409, "Another mediator has this staff account.");

    public static readonly Refusal AssociationExists = new("association-exists", 409, "There is an association with this name.");

    public static readonly Refusal MediatorNotSuitable = new("mediator-not-suitable", 422, "This mediator does not serve this language, level, mode or centre, or was excluded.");

    public static readonly Refusal MediatorNotFree = new("mediator-not-free", 409, "The mediator has no hours then, or is booked; search again.");

    public static readonly Refusal NobodyElse = new("nobody-else", 409, "Nobody else is free; the search names what can be done instead.");

    public static readonly Refusal OneReference = new("one-reference", 422, "Name at most one of forTicket, forInterview and forPerson, each of 1 to 64 letters, digits and hyphens.");

    public static readonly Refusal UnknownReason = new("unknown-reason", 422, "Use one of no-show, cancelled, person-declined, no-mediator, technical.");

    public static readonly Refusal NotOffered = new("language-not-offered", 422, "Telephone translation does not offer this language.");

    public static readonly Refusal InvalidDesk = new("invalid-desk", 422, "desk is 1 to 32 of a-z, 0-9 and hyphen, or left out.");

    public static readonly Refusal InvalidRating = new("invalid-rating", 422, "quality is 1, 2 or 3.");

    public static readonly Refusal InvalidMinutes = new("invalid-minutes", 422, "minutes is 5 to 120.");

    public static readonly Refusal UnknownPeriod = new("unknown-period", 422, "from is not after to, and they lie at most 366 days apart.");

    /// <summary>The member <c>allowed</c> names the moves of this state.</summary>
    public static readonly Refusal MoveNotAllowed = new("mediation-move-not-allowed", 409, "The present state does not allow this move; 'allowed' names those that it does.");

    public static Refusal NotNow(IReadOnlyList<string> allowed) => MoveNotAllowed with { Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["allowed"] = allowed } };

    public static Refusal Invalid(string field, string rule) => InvalidMediator with
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [rule] } },
    };
}
