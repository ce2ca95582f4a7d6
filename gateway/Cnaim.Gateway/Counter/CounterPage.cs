using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cnaim.Gateway.Counter;

/// <summary>What every page of the counter can do: call services as the person who is signed in, and say what went wrong beside the field.</summary>
internal abstract class CounterPage : PageModel
{
    private ServiceCalls? _calls;
    private Words? _words;

    public PageErrors Errors { get; } = new();

    /// <summary>Made with the form and sent with it: a second click, or the back button, does nothing twice.</summary>
    [BindProperty]
    public string? Key { get; set; }

    public string FormKey => Key ??= Guid.CreateVersion7().ToString();

    /// <summary>The page that a component stands on, also within a partial with a model of its own.</summary>
    public static CounterPage? Of(ViewContext view) => view.ViewData[nameof(CounterPage)] as CounterPage;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => ViewData[nameof(CounterPage)] = this;

    protected Actor Staff => Actor.From(User) ?? throw new InvalidOperationException("Nobody is signed in; the page's policy is missing.");

    protected ServiceCalls Calls => _calls ??= HttpContext.RequestServices.GetRequiredService<ServiceCalls>();

    /// <summary>What the pages that follow are looked at for.</summary>
    protected WorkInHand Work => HttpContext.RequestServices.GetRequiredService<WorkInHand>();

    protected Words Words => _words ??= HttpContext.RequestServices.GetRequiredService<Words>();

    /// <summary>The page again, with what is wrong; what was typed stays.</summary>
    protected IActionResult Again(ServiceProblem problem)
    {
        Errors.Add(problem, Words);
        Response.StatusCode = problem.IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    protected IActionResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The page that a service's refusal to show something ends with: missing and not allowed look the same.</summary>
    protected IActionResult Missing(ServiceProblem problem) => problem.IsMissing
        ? NotFound()
        : StatusCode(problem.Status is StatusCodes.Status429TooManyRequests ? problem.Status : StatusCodes.Status503ServiceUnavailable);

    /// <summary>A green line on the next page, once.</summary>
    protected void Tell(string done) => Done.Tell(HttpContext, done);
}
