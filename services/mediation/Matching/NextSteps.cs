using Cnaim.Mediation.Languages;

namespace Cnaim.Mediation.Matching;

/// <summary>What to do when nobody is free, in the order in which it is to be tried (counter-ui.md, S21); pure.</summary>
internal static class NextSteps
{
    public const string OtherCentreByVideo = "other-centre-by-video";

    public const string TelephoneTranslation = "telephone-translation";

    public const string CommonLanguage = "common-language";

    /// <param name="elsewhere">Who serves the same wish by video, the best first.</param>
    /// <param name="language">The language that is looked for.</param>
    /// <param name="common">Languages that the person speaks as well and for which somebody is free.</param>
    public static IReadOnlyList<NextStep> Of(IReadOnlyList<MediatorMatch> elsewhere, Language language, IReadOnlyList<string> common)
    {
        var free = elsewhere.Where(match => match.IsFree).ToList();
        return
        [
            new NextStep(OtherCentreByVideo, free.Count > 0, Assumed: false, free.Count, elsewhere.Count > 0 ? elsewhere.Min(match => match.FreeFrom) : null, []),
            new NextStep(TelephoneTranslation, language.Telephone, language.Assumed, 0, FreeFrom: null, []),
            new NextStep(CommonLanguage, common.Count > 0, Assumed: false, 0, FreeFrom: null, common),
        ];
    }
}

/// <summary>One thing to try.</summary>
/// <param name="Step"><c>other-centre-by-video</c>, <c>telephone-translation</c> or <c>common-language</c>.</param>
/// <param name="Available">Whether it can be done at that time, as far as this service knows.</param>
/// <param name="Assumed">True where no published list says that telephone translation offers the language.</param>
/// <param name="Mediators">How many are free by video.</param>
/// <param name="FreeFrom">When the first is free by video; null for the other steps and when nobody is.</param>
/// <param name="Languages">Languages that the person speaks as well and for which a mediator is free.</param>
internal sealed record NextStep(string Step, bool Available, bool Assumed, int Mediators, DateTimeOffset? FreeFrom, IReadOnlyList<string> Languages);
