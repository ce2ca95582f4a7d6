using Cnaim.Gateway.Counter.Kept;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Kept;

/// <summary>Takes what is typed in a page whose session is about to end; the answer is where it waits.</summary>
internal sealed class SaveModel(LateForms late) : CounterPage
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] string? address, CancellationToken cancellationToken) =>
        await late.KeepAsync(Request, ReturnAddress.Of(address), cancellationToken) is { } kept ? Content($"/kept/{kept}") : new NoContentResult();
}
