using Cnaim.Mediation.Mediators;

namespace Cnaim.Mediation.Matching;

/// <summary>A mediator who may be asked.</summary>
/// <param name="Mediator">Who.</param>
/// <param name="Busy">What is booked from now on.</param>
/// <param name="Zone">The clock of the mediator's centre.</param>
internal sealed record Candidate(Mediator Mediator, IReadOnlyList<TimeSlot> Busy, TimeZoneInfo Zone);

/// <summary>A mediator who can serve a wish, and how well.</summary>
internal sealed record MediatorMatch(Mediator Mediator, SpokenLanguage Language, bool IsFree, DateTimeOffset FreeFrom, bool IsHere, bool IsGenderWanted, int Booked);
