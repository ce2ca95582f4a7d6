using System.Text.Json;

namespace Cnaim.ServiceDefaults.Tests.Support;

/// <summary>A body with one value of each kind that can go wrong.</summary>
public sealed record Sample
{
    public required string Name { get; init; }

    public int Count { get; init; }

    public DateOnly? On { get; init; }

    public List<int>? Items { get; init; }

    public JsonElement? Anything { get; init; }
}
