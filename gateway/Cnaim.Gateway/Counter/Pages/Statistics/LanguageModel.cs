using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Statistics;

/// <summary>S28, language demand: in which languages nobody was found, and why; whole days, and small counts stay hidden.</summary>
internal sealed class LanguageModel(TimeProvider clock) : StatisticsPage
{
    public UnmetDemand Demand { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsForCoordinator)
        {
            return NotFound();
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Words.CentreTime).DateTime);
        var path = string.Create(CultureInfo.InvariantCulture, $"/v1/language-demand?from={today.AddDays(1 - Period):yyyy-MM-dd}&to={today:yyyy-MM-dd}");
        var answer = await Calls.GetAsync<UnmetDemand>("mediation", path, cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Demand = answer.Value;
        return Page();
    }

    /// <summary>A count as it may be shown.</summary>
    public string Text(ShownCount count) => count.Shown ?? Words["Demand_Hidden"];
}
