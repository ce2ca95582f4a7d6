using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Texts;
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

    /// <summary>A call as a voice says it, in Portuguese: the letter, then the number without its zeros.</summary>
    public string Say(BoardCall call)
    {
        var number = $"{call.Number[0]} {call.Number[1..].TrimStart('0')}";
        var (name, place) = ("BoardDesk_" + call.Desk, Words.Pt("BoardDesk_" + call.Desk));
        var isPlace = !string.Equals(name, place, StringComparison.Ordinal);
        return PluralText.Format(Words.Languages[0], Words.Languages[0].Name, Words.Pt(isPlace ? "Board_SayPlace" : "Board_Say"), number, isPlace ? place : call.Desk);
    }
}
