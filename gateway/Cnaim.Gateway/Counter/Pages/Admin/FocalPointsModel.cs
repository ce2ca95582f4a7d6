using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: who is reminded at each office; offices where nobody was named stand first.</summary>
internal sealed class FocalPointsModel(TimeProvider clock) : AdminPage
{
    /// <summary>So many are listed here; the page of offices has them all.</summary>
    public const int MostUnnamed = 20;

    protected override string Name => AdminPages.FocalPoints;

    public IReadOnlyList<FocalPoint> Points { get; private set; } = [];

    public IReadOnlyList<(string Centre, string Office)> Unnamed { get; private set; } = [];

    public DateOnly Today => Words.DayOf(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var (points, centres) = (Calls.GetAsync<FocalPointList>("directory", "/v1/focal-points", cancellationToken), Calls.GetAsync<CentreOfficesList>("directory", "/v1/centres", cancellationToken));
        await Task.WhenAll(points, centres);
        if ((await points).Problem is { } problem)
        {
            return Missing(problem);
        }

        Points = (await points).Value!.Items;
        Unnamed =
        [
            .. ((await centres).Value?.Items ?? []).Where(centre => IsNetwork || string.Equals(centre.Code, Staff.Centre, StringComparison.Ordinal))
                .SelectMany(centre => centre.Offices.Where(office => office.FocalPointAssumed).Select(office => (centre.Code, office.Office))),
        ];
        return Page();
    }
}
