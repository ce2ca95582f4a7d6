using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Cases;

/// <summary>Ends a case and says what came of it, on a page of its own.</summary>
internal sealed class CloseModel : CasePage
{
    public static readonly string[] Reasons = ["solved", "partly-solved", "not-eligible", "could-not-contact", "client-withdrew", "referred-elsewhere", "duplicate", "other"];

    [BindProperty]
    public string? Reason { get; set; }

    public bool IsAllowed => Case.AllowedActions.Contains(Close, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var page = await ShowAsync(id, cancellationToken);
        return Case is not null && !IsAllowed ? LocalRedirect($"/cases/{id}") : page;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(Reason))
        {
            return await MoveAsync(id, Close, new { reason = Reason }, cancellationToken);
        }

        var (version, seen) = (Version, Seen);
        Errors.Add(nameof(Reason), Words["Cases_ReasonMissing"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var page = await ShowAsync(id, cancellationToken);
        (Version, Seen) = (version, seen); // nothing newer was looked at
        return page;
    }
}
