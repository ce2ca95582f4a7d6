using Cnaim.Screening.V1;

namespace Cnaim.OfficeKit.Screening;

/// <summary>Reads screening's snapshot into the answer of the API.</summary>
internal static class SnapshotReader
{
    public static PersonSnapshot Read(Snapshot snapshot) => new()
    {
        PersonId = snapshot.PersonRef,
        Person = snapshot.Person is null ? null : Read(snapshot.Person),
        Answers = snapshot.Answers.GroupBy(answer => answer.Question, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last().Values.ToArray(), StringComparer.Ordinal),
        Categories = [.. snapshot.Categories],
        TakenAt = snapshot.TakenAt?.ToDateTimeOffset() ?? default,
        LegalBasis = NullIfEmpty(snapshot.LegalBasis),
    };

    private static SnapshotPerson Read(Person person) => new()
    {
        GivenNames = [.. person.GivenNames],
        FamilyNames = [.. person.FamilyNames],
        NameInScript = NullIfEmpty(person.NameInScript),
        KnownAs = NullIfEmpty(person.KnownAs),
        Birth = NullIfEmpty(person.Birth),
        Nationalities = [.. person.Nationalities],
        Languages = [.. person.Languages],
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
