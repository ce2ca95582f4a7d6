using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>S01, last step: the desk one sits at; whoever has chosen goes straight there.</summary>
internal sealed class ChooseModel : CounterPage
{
    [BindProperty]
    public string? Number { get; set; }

    public IActionResult OnGet(bool change) => !change && DeskInHand.Of(HttpContext) is { } desk ? LocalRedirect("/counter/" + desk) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Number?.Trim() is not { } number || !DeskInHand.Name().IsMatch(number))
        {
            Errors.Add(nameof(Number), Words["Choose_Missing"]);
            return Again();
        }

        var desk = await Calls.GetAsync<Desk>("reception", "/v1/desks/" + ServiceCalls.Id(number), cancellationToken);
        if (desk.Problem is { IsMissing: true })
        {
            Errors.Add(nameof(Number), Words.Format("Choose_Unknown", number));
            return Again();
        }

        DeskInHand.Keep(HttpContext, number);
        return LocalRedirect("/counter/" + number);
    }
}
