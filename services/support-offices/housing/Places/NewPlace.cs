namespace Cnaim.Housing.Places;

internal sealed record NewPlace
{
    public string? Name { get; init; }

    public int Capacity { get; init; }
}
