namespace Cnaim.Directory.Capacities;

/// <summary>How many free places an office has at a centre; null is without a limit, or not known.</summary>
internal sealed record NewCapacity(string Centre, string Office, int? Capacity);
