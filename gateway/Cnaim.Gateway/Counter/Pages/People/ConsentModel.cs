using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S16: one consent, what went out under it, and after its end which receivers have confirmed.</summary>
internal sealed class ConsentModel(TimeProvider clock) : ConsentPage(clock)
{
    public async Task<IActionResult> OnGetAsync(string personId, Guid consentId, CancellationToken cancellationToken) =>
        await LoadAsync(personId, consentId, cancellationToken) ?? Page();
}
