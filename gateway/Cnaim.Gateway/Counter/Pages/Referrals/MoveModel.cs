using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>A move that says why, or what came of it; ending something has its own page with one sentence on the effect.</summary>
internal sealed class MoveModel : ReferralPage
{
    public static readonly string[] Reasons =
        ["missing-document", "could-not-contact", "at-capacity", "wrong-service", "not-eligible", "client-declined", "consent-withdrawn", "duplicate", "redirected", "safety", "no-response", "other"];

    public static readonly string[] Outcomes = ["helped", "partly-helped", "not-eligible", "no-capacity", "could-not-contact", "client-withdrew", "referred-elsewhere"];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Move { get; set; } = "";

    public bool AsksReason => Move is "reject" or "hold" or "cancel" or "fail";

    public bool AsksOutcome => Move is "complete" or "fail";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (AsksReason && string.IsNullOrEmpty(Reason))
        {
            Errors.Add(nameof(Reason), Words["Move_ReasonMissing"]);
        }

        if (AsksOutcome && string.IsNullOrEmpty(Outcome))
        {
            Errors.Add(nameof(Outcome), Words["Move_OutcomeMissing"]);
        }

        if (!Errors.IsEmpty)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await OnGetAsync(id, cancellationToken);
        }

        var body = new { statusReason = Reason, outcome = Outcome, note = string.IsNullOrWhiteSpace(Note) ? null : Note };
        if (await SendAsync(id, Move, body, cancellationToken) is { } refused)
        {
            return refused;
        }

        Tell(Move);
        return LocalRedirect($"/referrals/{id}");
    }
}
