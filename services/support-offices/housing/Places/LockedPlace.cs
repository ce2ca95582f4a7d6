namespace Cnaim.Housing.Places;

/// <summary>What whoever changes beds needs to know of a place that it has locked.</summary>
internal sealed record LockedPlace
{
    public int Capacity { get; init; }

    public string Centre { get; init; } = "";
}
