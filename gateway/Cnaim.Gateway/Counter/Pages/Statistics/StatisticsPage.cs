using System.Globalization;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Statistics;

/// <summary>S28: figures of the own centre in a period of the last days.</summary>
internal abstract class StatisticsPage : CounterPage
{
    private const int Month = 30;
    private static readonly int[] Lengths = [1, 7, Month, 90];

    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = Month;

    public IReadOnlyList<Choice> Periods => [.. Lengths.Select(days => new Choice(days.ToString(CultureInfo.InvariantCulture), Words.Format("Audit_Days", days)))];

    /// <summary>A period that is offered, whatever the address says.</summary>
    protected int Period => Days = Lengths.Contains(Days) ? Days : Month;

    /// <summary>Those who answer for a centre: what services let more people read, menus do not offer them.</summary>
    protected bool IsForCoordinator => Staff.Role is "coordinator";
}
