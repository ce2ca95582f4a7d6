namespace Cnaim.Gateway.Counter.Components;

/// <summary>A column of a table; a hidden heading is for screen readers alone, one with an address sorts by itself.</summary>
public sealed record Column(string Text, bool IsNumeric = false, bool IsHidden = false, string? SortAddress = null, bool? IsSortedDown = null);
