using Cnaim.Demo.People;

namespace Cnaim.Demo.Play;

/// <summary>A visit as planned before the day begins.</summary>
/// <param name="Centre">Where.</param>
/// <param name="Desk">The desk that serves it, from 1.</param>
/// <param name="ArrivesAt">Since opening.</param>
/// <param name="Person">Who; null for somebody who was there before and asks how things stand.</param>
/// <param name="Choices">What the person agrees to.</param>
internal sealed record PlannedVisit(Centre Centre, int Desk, TimeSpan ArrivesAt, Person? Person, Draw Choices);
