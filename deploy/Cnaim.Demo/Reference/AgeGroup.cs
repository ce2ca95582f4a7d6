namespace Cnaim.Demo.Reference;

/// <summary>An age group of foreign residents; the open one ends at 90.</summary>
internal sealed record AgeGroup(int From, int To, int Male, int Female);
