using Cnaim.Mediation.Mediators;

namespace Cnaim.Mediation.Matching;

/// <summary>Who is proposed for a wish, and in which order; pure (ADR 0065).</summary>
internal static class RankMediators
{
    /// <summary>
    /// Conditions: active; speaks the language (not: comes from a country) at least at the level; excluded neither by name nor by association; in person at the own centre only,
    /// by video at the own centre or at another one for whoever works by video; has time within 14 days.
    /// Order: free at that time; the gender that is preferred; the own centre before others; the better level; the earlier time; who has fewer bookings; the older entry.
    /// </summary>
    public static IReadOnlyList<MediatorMatch> Of(IEnumerable<Candidate> candidates, Wish wish) =>
    [
        .. candidates.Where(candidate => MayServe(candidate.Mediator, wish)).Select(candidate => Weigh(candidate, wish)).OfType<MediatorMatch>()
            .OrderByDescending(match => match.IsFree)
            .ThenByDescending(match => match.IsGenderWanted)
            .ThenByDescending(match => match.IsHere)
            .ThenByDescending(match => Level.Rank(match.Language.Spoken))
            .ThenBy(match => match.FreeFrom)
            .ThenBy(match => match.Booked)
            .ThenBy(match => match.Mediator.MediatorNo),
    ];

    /// <summary>Whether a mediator may be booked for a wish at all, whenever.</summary>
    public static bool MayServe(Mediator mediator, Wish wish) =>
        mediator.Active
        && mediator.Speaks(wish.Language) is { } language && Level.Rank(language.Spoken) >= Level.Rank(wish.MinimumLevel)
        && !wish.ExcludedMediators.Contains(mediator.MediatorId)
        && !(mediator.AssociationId is { } association && wish.ExcludedAssociations.Contains(association))
        && (IsHere(mediator, wish) || (wish.Mode is Wish.ByVideo && mediator.Remote));

    private static MediatorMatch? Weigh(Candidate candidate, Wish wish)
    {
        var mediator = candidate.Mediator;
        var free = Availability.Free(mediator.Rota, candidate.Busy, wish.When.From, candidate.Zone);
        return Availability.Next(free, wish.Length) is { } next
            ? new MediatorMatch(
                mediator, mediator.Speaks(wish.Language)!, free.Any(slot => slot.Contains(wish.When)), next, IsHere(mediator, wish),
                wish.Gender is null || string.Equals(mediator.Gender, wish.Gender, StringComparison.Ordinal), candidate.Busy.Count)
            : null;
    }

    private static bool IsHere(Mediator mediator, Wish wish) => string.Equals(mediator.Centre, wish.Centre, StringComparison.Ordinal);
}
