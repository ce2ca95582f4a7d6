namespace Cnaim.Directory.Deadlines;

/// <summary>A span of time; <c>working-day</c> and <c>working-hour</c> count on the centre's calendar, <c>day</c>, <c>hour</c> and <c>minute</c> on the wall clock.</summary>
internal sealed record Span(int Amount, string Unit);
