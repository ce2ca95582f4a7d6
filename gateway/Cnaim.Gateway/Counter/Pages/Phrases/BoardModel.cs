using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Phrases;

/// <summary>S23: cards to show across a counter; each text says which language it really is.</summary>
internal sealed class BoardModel : PhrasePage
{
    private const string Original = "pt-PT";

    public PhraseBoard Board { get; private set; } = null!;

    public static bool IsOriginal(BoardText text) => text.Lang is Original;

    public async Task<IActionResult> OnGetAsync(string lang, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<PhraseBoard>("mediation", "/v1/phrases/" + ServiceCalls.Id(lang), cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Board = answer.Value;
        Keep();
        return Page();
    }
}
