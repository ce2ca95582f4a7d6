using System.Globalization;
using Cnaim.Gateway.Counter.Pages.Desks;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Statistics;

/// <summary>S28, waits: how far off the expected wait was, as measured at the first call of each ticket.</summary>
internal sealed class WaitsModel : StatisticsPage
{
    private const double SecondsPerMinute = 60;

    /// <summary>The queues in which somebody was called, with their names.</summary>
    public IReadOnlyList<(string Name, MeasuredWait Wait)> Waits { get; private set; } = [];

    public int CallCount => Waits.Sum(row => row.Wait.Calls);

    public int WithinCount => Waits.Sum(row => row.Wait.Within);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsForCoordinator)
        {
            return NotFound();
        }

        var queues = Calls.GetAsync<QueueList>("reception", "/v1/queues", cancellationToken);
        var waits = await Calls.GetAsync<MeasuredWaits>("reception", string.Create(CultureInfo.InvariantCulture, $"/v1/queues/wait-accuracy?days={Period}"), cancellationToken);
        var names = ((await queues).Value?.Items ?? []).ToDictionary(queue => queue.Id, queue => queue.Name, StringComparer.Ordinal);
        if (!waits.IsGood)
        {
            return Missing(waits.Problem);
        }

        Waits = [.. waits.Value.Items.Select(wait => (names.GetValueOrDefault(wait.Queue, wait.Queue), wait)).OrderByDescending(row => row.wait.MeanErrorSeconds)];
        return Page();
    }

    public string Length(int seconds) => Words.Format("Mediator_Minutes", Minutes(seconds));

    /// <summary>Whether people waited longer than expected, or shorter.</summary>
    public string Bias(int seconds) => Minutes(seconds) switch
    {
        0 => Words["Waits_Right"],
        < 0 and var shorter => Words.Format("Waits_Shorter", -shorter),
        var longer => Words.Format("Waits_Longer", longer),
    };

    private static int Minutes(int seconds) => (int)Math.Round(seconds / SecondsPerMinute, MidpointRounding.AwayFromZero);
}
