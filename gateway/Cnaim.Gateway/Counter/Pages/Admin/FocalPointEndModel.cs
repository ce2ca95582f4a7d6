using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: says which day is a focal point's last one.</summary>
internal sealed class FocalPointEndModel(TimeProvider clock) : AdminPage
{
    protected override string Name => AdminPages.FocalPoints;

    [BindProperty]
    public TypedDate LastDay { get; set; } = new();

    [BindProperty]
    public string? Version { get; set; }

    public FocalPoint Point { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<FocalPoint>("directory", $"/v1/focal-points/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Point = answer.Value;
        Version = answer.ETag;
        LastDay = HttpMethods.IsGet(Request.Method) ? TypedDate.Of(Words.DayOf(clock.GetUtcNow())) : LastDay;

        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (IsAllowed && Required(LastDay, "lastDay") is { } lastDay)
        {
            var answer = await Calls.SendAsync<FocalPoint>(new ServiceRequest("directory", HttpMethod.Patch, $"/v1/focal-points/{id}") { Body = new { lastDay }, IfMatch = Version }, cancellationToken);
            if (answer.IsGood)
            {
                Tell("admin-focal-point-end");
                return LocalRedirect("/admin/focal-points");
            }

            Errors.Add(answer.Problem, Words);
        }

        return await OnGetAsync(id, cancellationToken);
    }
}
