using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Directory;

/// <summary>S24: one service with its places, and how old what is said of them is.</summary>
internal sealed class ServiceModel(TimeProvider clock) : CounterPage
{
    public NetworkService Service { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<NetworkService>("directory", $"/v1/services/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Service = answer.Value;
        return Page();
    }

    public bool IsOpen(IReadOnlyList<NetworkSchedule> schedules) => schedules.Any(schedule => schedule.IsOpenAt(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Words.CentreTime).DateTime));

    public bool IsOld(string? asOf) => Freshness.IsOld(asOf, clock.GetUtcNow());

    public string Hours(NetworkSchedule schedule) =>
        (schedule.Days.Count > 0 ? string.Join(", ", schedule.Days.Select(day => Words.Code("Weekday", day))) : Words["Directory_DaysUnknown"]) + $" {schedule.OpensAt}–{schedule.ClosesAt}";
}
