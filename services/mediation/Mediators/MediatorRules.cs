using System.Globalization;
using Cnaim.Mediation.Languages;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Mediation.Mediators;

/// <summary>What a coordinator may write; pure.</summary>
internal static class MediatorRules
{
    private const int MostEntries = 100;
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    private static readonly string[] Genders = ["female", "male", "other"];

    public static bool IsGender(string? gender) => gender is null || Genders.Contains(gender, StringComparer.Ordinal);

    /// <summary>iCalendar's name of a day.</summary>
    public static string NameOf(DayOfWeek day) => Days[(int)day];

    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The mediator to keep; languages get the tag of the reference data.</summary>
    public static Decision<Mediator> Write(MediatorInput input, Mediator current, LanguageCatalogue languages)
    {
        if (Check(input, languages) is { } refusal)
        {
            return refusal;
        }

        return current with
        {
            DisplayName = input.DisplayName.Trim(),
            Subject = input.Subject,
            AssociationId = input.AssociationId,
            Gender = input.Gender,
            Remote = input.Remote,
            Active = input.Active,
            Languages = [.. input.Languages.Select(language => language with { Tag = languages.Find(language.Tag)!.Tag })],
            Training = input.Training,
            Rota = input.Rota,
        };
    }

    private static Refusal? Check(MediatorInput input, LanguageCatalogue languages)
    {
        if (HasHoles(input))
        {
            return CommonRefusals.MalformedRequest;
        }

        if (input.DisplayName.Trim() is not { Length: > 0 and <= 100 })
        {
            return MediationRefusals.Invalid("displayName", "1 to 100 characters");
        }

        if (input.Subject is { Length: 0 or > 200 })
        {
            return MediationRefusals.Invalid("subject", "1 to 200 characters, or nothing");
        }

        if (!IsGender(input.Gender))
        {
            return MediationRefusals.UnknownGender;
        }

        if (input.Training.Count > MostEntries || input.Training.Any(training => training.Name is not { Length: > 0 and <= 100 } || training.ValidUntil < training.CompletedOn))
        {
            return MediationRefusals.Invalid("training", "a name of 1 to 100 characters, and validUntil not before completedOn");
        }

        return CheckLanguages(input.Languages, languages) ?? CheckRota(input.Rota);
    }

    // Lists may hold null in JSON, whatever their type says.
    private static bool HasHoles(MediatorInput input) =>
        input.Languages.Contains(null!) || input.Training.Contains(null!) || input.Rota.Hours.Contains(null!) || input.Rota.Exceptions.Contains(null!);

    private static Refusal? CheckLanguages(IReadOnlyList<SpokenLanguage> spoken, LanguageCatalogue languages)
    {
        if (spoken.Any(language => languages.Find(language.Tag) is null))
        {
            return MediationRefusals.UnknownLanguage;
        }

        if (spoken.Any(language => Level.Rank(language.Spoken) < 0 || (language.Read is { } read && Level.Rank(read) < 0)))
        {
            return MediationRefusals.UnknownLevel;
        }

        return spoken.Count is < 1 or > 20 || spoken.DistinctBy(language => languages.Find(language.Tag)!.Tag, StringComparer.Ordinal).Count() < spoken.Count
            ? MediationRefusals.Invalid("languages", "1 to 20, each once")
            : null;
    }

    private static Refusal? CheckRota(Rota rota)
    {
        if (rota.Hours.Count > MostEntries || rota.Hours.Any(hours => !Days.Contains(hours.Day, StringComparer.Ordinal) || !IsSpan(hours.From, hours.To)))
        {
            return MediationRefusals.Invalid("rota.hours", "day is MO to SU, from and to are HH:mm, from before to");
        }

        return rota.Exceptions.Count > 4 * MostEntries || rota.Exceptions.Any(exception => !IsException(exception))
            ? MediationRefusals.Invalid("rota.exceptions", "kind is away or extra; from and to are HH:mm, from before to, and may be left out with away")
            : null;
    }

    private static bool IsException(RotaException exception) => exception.Kind switch
    {
        "away" => (exception.From is null && exception.To is null) || IsSpan(exception.From, exception.To),
        "extra" => IsSpan(exception.From, exception.To),
        _ => false,
    };

    private static bool IsSpan(string? from, string? to) => Time(from) is { } start && Time(to) is { } end && start < end;
}
