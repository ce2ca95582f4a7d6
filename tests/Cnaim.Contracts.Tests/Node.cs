namespace Cnaim.Contracts.Tests;

/// <summary>A mapping of a YAML document, in the order of insertion.</summary>
internal sealed class Node() : Dictionary<string, object>(StringComparer.Ordinal);
