using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages;

/// <summary>Extends the session of who is at work: to have been asked for is all it does.</summary>
internal sealed class StayModel : CounterPage
{
    public IActionResult OnGet() => StatusCode(StatusCodes.Status204NoContent);
}
