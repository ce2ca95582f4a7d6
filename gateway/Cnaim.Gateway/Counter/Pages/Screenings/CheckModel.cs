using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>S15, before the result: every answer, and a way to change it.</summary>
internal sealed class CheckModel(CodeNames names) : InterviewPage(names)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ?? Page();
}
