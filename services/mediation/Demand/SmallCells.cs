using System.Globalization;

namespace Cnaim.Mediation.Demand;

/// <summary>Hides small counts, and every sum that contains one: otherwise the difference would tell it; pure.</summary>
internal static class SmallCells
{
    public const int Threshold = 5;

    public static ShownCount Of(long count) => count is > 0 and < Threshold ? new ShownCount(null, "<5") : Plain(count);

    /// <summary>The sum of cells; hidden as soon as one of them is.</summary>
    public static ShownCount Sum(IReadOnlyCollection<DemandCell> cells) =>
        cells.Any(cell => Of(cell.Count).Count is null) ? new ShownCount(null, null) : Plain(cells.Sum(cell => cell.Count));

    private static ShownCount Plain(long count) => new(count, count.ToString(CultureInfo.InvariantCulture));
}
