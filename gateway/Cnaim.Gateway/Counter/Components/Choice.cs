namespace Cnaim.Gateway.Counter.Components;

/// <summary>One of the answers to choose from.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
