using Cnaim.Mediation.Languages;
using Cnaim.Mediation.Mediators;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Mediation.Matching;

/// <summary>Reads a wish; pure.</summary>
internal static class WishRules
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(90);

    /// <summary>How long a talk is when nobody says it.</summary>
    public static TimeSpan Usual { get; } = TimeSpan.FromMinutes(30);

    public static Decision<Wish> Read(SearchInput input, string ownCentre, LanguageCatalogue languages, DateTimeOffset now)
    {
        if (languages.Find(input.Language) is not { } language || input.AlsoSpeaks.Any(other => languages.Find(other) is null))
        {
            return MediationRefusals.UnknownLanguage;
        }

        var from = (input.At ?? now).ToUniversalTime();
        if (from < now - Late || from > now + Ahead)
        {
            return MediationRefusals.InvalidTime;
        }

        var wish = new Wish
        {
            Language = language.Tag,
            Centre = ownCentre,
            When = new TimeSlot(from, from + (input.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : Usual)),
            Mode = input.Mode,
            Gender = input.Gender,
            MinimumLevel = input.MinimumLevel ?? Level.Good,
            ExcludedMediators = input.NotMediators,
            ExcludedAssociations = input.NotAssociations,
        };
        return Check(wish, input.Centre) is { } refusal ? refusal : wish;
    }

    /// <summary>The same wish with another end.</summary>
    public static Decision<Wish> Until(Wish wish, DateTimeOffset until)
    {
        var changed = wish with { When = wish.When with { Until = until } };
        return changed.Length < Shortest || changed.Length > Longest ? MediationRefusals.InvalidTime : changed;
    }

    private static Refusal? Check(Wish wish, string? centre) => wish switch
    {
        _ when centre is not null && !string.Equals(centre, wish.Centre, StringComparison.Ordinal) => MediationRefusals.OtherCentre,
        { Mode: not (Wish.InPerson or Wish.ByVideo) } => MediationRefusals.UnknownMode,
        _ when Level.Rank(wish.MinimumLevel) < 0 => MediationRefusals.UnknownLevel,
        _ when !MediatorRules.IsGender(wish.Gender) => MediationRefusals.UnknownGender,
        _ when wish.Length < Shortest || wish.Length > Longest => MediationRefusals.InvalidTime,
        _ => null,
    };
}
