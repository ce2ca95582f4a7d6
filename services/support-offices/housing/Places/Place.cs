namespace Cnaim.Housing.Places;

internal sealed record Place
{
    public Guid PlaceId { get; init; }

    public string Name { get; init; } = "";

    public int Capacity { get; init; }

    public int Taken { get; init; }

    public int Waiting { get; init; }
}
