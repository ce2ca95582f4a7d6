namespace Cnaim.Gateway.Counter.Components;

/// <summary>Something that happened: what, when, by whom, and what was noted.</summary>
public sealed record TimelineEntry(string Title, DateTimeOffset At, string? By = null, string? Note = null);
