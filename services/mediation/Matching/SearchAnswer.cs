using Cnaim.Mediation.Mediators;

namespace Cnaim.Mediation.Matching;

/// <summary>Who can be asked, the best first; <c>next</c> is empty when somebody is free.</summary>
internal sealed record SearchAnswer(
    string Language, string Centre, string Mode, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<FoundMediator> Mediators, IReadOnlyList<NextStep> Next);

/// <summary>A mediator who was found.</summary>
/// <param name="Id">For the booking.</param>
/// <param name="DisplayName">Who.</param>
/// <param name="Centre">Where the mediator works.</param>
/// <param name="IsHere">Whether that is the caller's centre.</param>
/// <param name="Association">Who nominated the mediator; null when nobody did.</param>
/// <param name="Spoken">How well the language is spoken.</param>
/// <param name="Read">How well it is read; null when it is not.</param>
/// <param name="IsFree">Free at the time that was asked for.</param>
/// <param name="FreeFrom">When, at the earliest.</param>
/// <param name="Gender">As stated; only when the search named one.</param>
internal sealed record FoundMediator(
    Guid Id, string DisplayName, string Centre, bool IsHere, AssociationView? Association, string Spoken, string? Read, bool IsFree, DateTimeOffset FreeFrom, string? Gender)
{
    public static FoundMediator Of(MediatorMatch match, bool isGenderAsked) => new(
        match.Mediator.MediatorId,
        match.Mediator.DisplayName,
        match.Mediator.Centre,
        match.IsHere,
        match.Mediator.AssociationId is { } id ? new AssociationView(id, match.Mediator.AssociationName ?? "") : null,
        match.Language.Spoken,
        match.Language.Read,
        match.IsFree,
        match.FreeFrom,
        isGenderAsked ? match.Mediator.Gender : null);
}
