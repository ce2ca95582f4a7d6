namespace Cnaim.Health.HealthCentres;

/// <summary>The health centre that a municipality's residents are allocated to.</summary>
internal sealed record HealthCentre(string Municipality, string Name, bool Assumed);
