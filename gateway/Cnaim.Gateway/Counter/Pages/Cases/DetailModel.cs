using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Cases;

/// <summary>One case, and the moves that are allowed now; the office says which.</summary>
internal sealed class DetailModel : CasePage
{
    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public Task<IActionResult> OnPostAsync(Guid id, string move, CancellationToken cancellationToken) => MoveAsync(id, move, body: null, cancellationToken);
}
