namespace Cnaim.Directory.Centres;

/// <summary>An office that can be met at a centre. Capacity is the number of free places, null when it is not limited or not known; the focal point is assumed where nobody has been named for today, and else named until its last day, null without end.</summary>
internal sealed record OfficeAtCentre(string Office, bool Assumed, int? Capacity, string FocalPoint, bool FocalPointAssumed, DateOnly? FocalPointUntil);
