namespace Cnaim.Directory.Centres;

/// <summary>An office that can be met at a centre. Capacity is the number of free places, null when it is not limited or not known.</summary>
internal sealed record OfficeAtCentre(string Office, bool Assumed, int? Capacity, string FocalPoint, bool FocalPointAssumed);
