using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Phrases;

/// <summary>S23: the languages of the phrase board by their own names.</summary>
internal sealed class IndexModel : PhrasePage
{
    public IReadOnlyList<BoardLanguage> Languages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? lang, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(lang))
        {
            return LocalRedirect("/phrases/" + ServiceCalls.Id(lang));
        }

        var answer = await Calls.GetAsync<PhraseIndex>("mediation", "/v1/phrases", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Languages = [.. answer.Value.Languages.OrderBy(language => language.Name, StringComparer.InvariantCultureIgnoreCase)];
        Keep();
        return Page();
    }
}
