using Cnaim.Contracts.Codes;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Consents;

/// <summary>A consent to record. Without categories it covers all but residence-status, health and safety, which must be named.</summary>
internal sealed record ConsentInput
{
    public required string PersonId { get; init; }

    /// <summary>Office codes.</summary>
    public required string[] Recipients { get; init; }

    public required string[] Purposes { get; init; }

    public string[]? Categories { get; init; }

    /// <summary>permit (default), or deny: the person was asked and said no. A no is kept, permits nothing and is shown to no recipient.</summary>
    public string? Decision { get; init; }

    /// <summary>self (default) or guardian.</summary>
    public string? GivenBy { get; init; }

    /// <summary>parent, legal-guardian, foster-family or institution; with guardian only.</summary>
    public string? GuardianRelation { get; init; }

    /// <summary>active (default), or draft while the person thinks about it: a draft permits nothing.</summary>
    public string? Status { get; init; }

    /// <summary>Date or time; now when left out.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Date (its last moment in UTC) or time.</summary>
    public required string ValidTo { get; init; }

    /// <summary>ISO 639-3, in which it was explained.</summary>
    public required string Language { get; init; }

    /// <summary>Code of the mediator or telephone interpreter through whom it was explained; at most 40 characters.</summary>
    public string? Interpreter { get; init; }

    /// <summary>read-aloud-mark, read-aloud, signature or recorded.</summary>
    public required string Evidence { get; init; }

    public string? TextVersion { get; init; }

    public Refusal? Check(CodeLists lists, Func<string, bool> isOffice, DateTimeOffset now)
    {
        var errors = new Errors();
        errors.Codes("recipients", Recipients, isOffice, isRequired: true);
        errors.Codes("purposes", Purposes, code => Purpose.All.Contains(code, StringComparer.Ordinal), isRequired: true);
        errors.Codes("categories", Categories ?? [], code => DataCategory.All.Contains(code, StringComparer.Ordinal), isRequired: false);
        errors.AddUnless(Decision is null or ConsentTerms.Permit or ConsentTerms.Deny, "decision", "takes permit or deny");
        errors.AddUnless(GivenBy is null or "self" or "guardian", "givenBy", "takes self or guardian");
        errors.AddUnless(
            IsByGuardian == ConsentTerms.GuardianRelations.Contains(GuardianRelation ?? "", StringComparer.Ordinal) && (IsByGuardian || GuardianRelation is null),
            "guardianRelation",
            $"is required of a guardian, and takes one of: {string.Join(", ", ConsentTerms.GuardianRelations)}");
        errors.AddUnless(Status is null or "active" or "draft", "status", "takes active or draft");
        errors.AddUnless(Status is null || !IsDenied, "status", "is not given with a no");
        errors.AddUnless(lists.IsLanguage(Language), "language", "takes an ISO 639-3 code");
        errors.AddUnless(ConsentTerms.Evidence.Contains(Evidence, StringComparer.Ordinal), "evidence", $"takes one of: {string.Join(", ", ConsentTerms.Evidence)}");
        errors.AddUnless(ValidFrom is null || ConsentTerms.TryFirst(ValidFrom, out _), "validFrom", "takes a date or a time with offset");
        errors.AddUnless(ConsentTerms.TryLast(ValidTo, out var validTo) && validTo > now && validTo > First(now), "validTo", "takes a date or a time with offset that is still to come");
        errors.AddUnless(IsShort(TextVersion), "textVersion", "takes at most 40 characters");
        errors.AddUnless(IsShort(Interpreter) && Interpreter is not "", "interpreter", "takes 1 to 40 characters");
        return errors.As(ScreeningRefusals.ConsentInvalid);
    }

    /// <summary>Whose word counts, by the birth that is known.</summary>
    public Refusal? CheckAge(DateOnly? bornFirst, DateOnly today)
    {
        var errors = new Errors();
        errors.AddUnless(!IsByGuardian || ConsentAge.IsMinor(bornFirst, today), "givenBy", "a guardian speaks only for a person whose known birth makes them under 18");
        errors.AddUnless(IsByGuardian || !ConsentAge.NeedsGuardian(bornFirst, today), "givenBy", "for a person under 16 a guardian speaks");
        return errors.As(ScreeningRefusals.ConsentInvalid);
    }

    public DateTimeOffset First(DateTimeOffset now) => ValidFrom is not null && ConsentTerms.TryFirst(ValidFrom, out var first) ? first : now;

    /// <summary>The end that was asked for; a guardian's word does not outlast the minority.</summary>
    public DateTimeOffset Last(DateOnly? bornFirst)
    {
        var asked = ConsentTerms.TryLast(ValidTo, out var last) ? last : DateTimeOffset.MinValue;
        return IsByGuardian && ConsentAge.MajorityOf(bornFirst) is { } majority && ClockExtensions.StartOfDay(majority) is var end && end < asked ? end : asked;
    }

    public string[] CategoriesOrDefault() => Categories is { Length: > 0 } ? Categories : [.. ConsentTerms.DefaultCategories];

    public bool IsDenied => Decision is ConsentTerms.Deny;

    private bool IsByGuardian => GivenBy is "guardian";

    private static bool IsShort(string? text) => text is null || (text.Length <= 40 && AnswerText.IsClean(text));
}

/// <summary>From whom a consent is withdrawn; from all recipients when none is named.</summary>
internal sealed record WithdrawalInput
{
    /// <summary>Recipients as the consent names them.</summary>
    public string[]? Recipients { get; init; }
}
