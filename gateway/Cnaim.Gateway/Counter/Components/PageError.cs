namespace Cnaim.Gateway.Counter.Components;

/// <summary>What is wrong, and with which field; null for the whole page.</summary>
internal sealed record PageError(string? Field, string Text);
