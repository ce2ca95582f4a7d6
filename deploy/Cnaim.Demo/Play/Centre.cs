namespace Cnaim.Demo.Play;

/// <summary>A centre of the demo day.</summary>
/// <param name="Code">Its slug in <c>network.json</c>.</param>
/// <param name="District">Where its visitors live.</param>
/// <param name="VisitsPerDay">Visits of a working day, as published.</param>
/// <param name="Desks">Reception desks at work (assumed).</param>
/// <param name="IsAssumed">True where no source gives the number of visits.</param>
internal sealed record Centre(string Code, string District, int VisitsPerDay, int Desks, bool IsAssumed = false)
{
    public static IReadOnlyList<Centre> All { get; } =
    [
        new("cnaim-lisboa", "Lisboa", 600, 6),
        new("cnaim-porto", "Porto", 450, 4),
        new("cnaim-faro", "Faro", 100, 2),
        new("cnaim-beja", "Beja", 25, 1, IsAssumed: true),
    ];
}
