using System.Text.Json;
using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.Screening.Interviews;
using Cnaim.Screening.People;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Disclosures;

/// <summary>What whoever gets a permit for these categories would see now, shown to the person before they agree; as far as the office that asks may see it itself.</summary>
internal sealed class PreviewDisclosure(PeopleStore people, InterviewStore interviews, CodeLists lists, OfficeTransaction transaction, TimeProvider clock)
{
    public async Task<Decision<DisclosurePreview>> RunAsync(string reference, string[] asked, Actor actor, CancellationToken cancellationToken)
    {
        var errors = new Errors();
        errors.Codes("categories", asked, code => DataCategory.All.Contains(code, StringComparer.Ordinal), isRequired: false);
        if (errors.As(ScreeningRefusals.ConsentInvalid) is { } refusal)
        {
            return refusal;
        }

        var person = await people.FindAsync(reference, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = person is null ? "disclosure.preview-denied" : "disclosure.previewed", RecordKind = "person", RecordId = OfficeKeys.ForAudit(reference), Actor = actor });
        if (person is null)
        {
            return ScreeningRefusals.PersonNotFound;
        }

        var categories = DisclosureRules.CategoriesFor(asked, isStatusBlind: false);
        var last = (await interviews.OfPersonAsync(person.PersonId, actor, cancellationToken)).MaxBy(interview => interview.Row.UpdatedAt);
        return new DisclosurePreview
        {
            Person = categories.Contains(DataCategory.Identity, StringComparer.Ordinal) ? PreviewedPerson.Of(person) : null,
            Languages = categories.Contains(DataCategory.Contact, StringComparer.Ordinal) ? person.Languages : [],
            Answers = last is null ? new Dictionary<string, JsonElement>(StringComparer.Ordinal) : DisclosureRules.AnswersFor(lists, last.Answers, categories),
            Categories = categories,
            TakenAt = clock.GetUtcNow(),
        };
    }
}

/// <summary>What would be disclosed.</summary>
internal sealed record DisclosurePreview
{
    /// <summary>Names, birth and nationalities, with the category identity.</summary>
    public PreviewedPerson? Person { get; init; }

    /// <summary>ISO 639-3, with the category contact.</summary>
    public required string[] Languages { get; init; }

    /// <summary>Answers of the last interview, by question.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Answers { get; init; }

    public required string[] Categories { get; init; }

    public required DateTimeOffset TakenAt { get; init; }
}

/// <summary>Who the person is.</summary>
internal sealed record PreviewedPerson
{
    public required string[] GivenNames { get; init; }

    public required string[] FamilyNames { get; init; }

    public string? NameInScript { get; init; }

    public string? KnownAs { get; init; }

    public string? Birth { get; init; }

    public required string[] Nationalities { get; init; }

    public static PreviewedPerson Of(PersonRecord person) => new()
    {
        GivenNames = person.GivenNames,
        FamilyNames = person.FamilyNames,
        NameInScript = person.NameInScript,
        KnownAs = person.KnownAs,
        Birth = person.Birth,
        Nationalities = person.Nationalities,
    };
}
