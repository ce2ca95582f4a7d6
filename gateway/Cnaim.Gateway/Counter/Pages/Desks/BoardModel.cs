using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>S06: the waiting room's screen, which has its own key; Portuguese and English side by side. Without scripts it loads itself anew.</summary>
internal sealed class BoardModel(TimeProvider clock) : CounterPage
{
    public Board Board { get; private set; } = null!;

    public DateTimeOffset At { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Board>("reception", "/v1/boards/" + ServiceCalls.Id(key), cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Board, At) = (answer.Value, clock.GetUtcNow());
        return Page();
    }
}
