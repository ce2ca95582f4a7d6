using Cnaim.Mediation.Bookings;
using Cnaim.Mediation.Languages;
using Cnaim.Mediation.Mediators;

namespace Cnaim.Mediation.Matching;

/// <summary>Loads who may be asked, and ranks them.</summary>
internal sealed class FindMediators(MediatorStore mediators, BookingStore bookings, CentreZones zones)
{
    public async Task<IReadOnlyList<MediatorMatch>> RankAsync(Wish wish, CancellationToken cancellationToken) =>
        RankMediators.Of(await CandidatesAsync([wish.Language], wish, cancellationToken), wish);

    /// <summary>What can be done instead, when nobody is free.</summary>
    public async Task<IReadOnlyList<NextStep>> InsteadAsync(Wish wish, Language language, IReadOnlyList<string> alsoSpeaks, CancellationToken cancellationToken)
    {
        var candidates = await CandidatesAsync([wish.Language, .. alsoSpeaks], wish, cancellationToken);
        var byVideo = wish with { Mode = Wish.ByVideo };
        var elsewhere = RankMediators.Of(candidates, byVideo).Where(match => !match.IsHere).ToList();
        var common = alsoSpeaks.Where(tag => RankMediators.Of(candidates, byVideo with { Language = tag }).Any(match => match.IsFree)).ToList();
        return NextSteps.Of(elsewhere, language, common);
    }

    private async Task<IReadOnlyList<Candidate>> CandidatesAsync(IReadOnlyCollection<string> tags, Wish wish, CancellationToken cancellationToken)
    {
        var speaking = await mediators.SpeakingAsync(tags, cancellationToken);
        var busy = await bookings.BusyAsync([.. speaking.Select(mediator => mediator.MediatorId)], wish.When.From, wish.When.From.AddDays(Availability.Days), cancellationToken);
        return [.. speaking.Select(mediator => new Candidate(mediator, [.. busy[mediator.MediatorId]], zones.Of(mediator.Centre)))];
    }
}
