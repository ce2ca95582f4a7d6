namespace Cnaim.OfficeKit.Directory;

/// <summary>The form of every list of the platform.</summary>
internal sealed record Listing<TItem>
{
    public List<TItem> Items { get; init; } = [];
}
