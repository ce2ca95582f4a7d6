using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: what somebody may administer.</summary>
internal sealed class IndexModel : CounterPage
{
    public IReadOnlyList<string> Names => AdminPages.Of(Staff.Role);

    public IActionResult OnGet() => Names.Count > 0 ? Page() : NotFound();
}
