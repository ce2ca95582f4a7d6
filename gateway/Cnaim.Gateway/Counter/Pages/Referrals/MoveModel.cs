using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>A move that says why, or what came of it; ending something has its own page with one sentence on the effect.</summary>
internal sealed class MoveModel : CounterPage
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

    [BindProperty]
    public string? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Move { get; set; } = "";

    public Referral Referral { get; private set; } = null!;

    public bool AsksReason => Move is "reject" or "hold" or "cancel" or "fail";

    public bool AsksOutcome => Move is "complete" or "fail";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Referral>(Staff.Office, $"/v1/referrals/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Referral = answer.Value;
        Version ??= answer.ETag;
        return DetailModel.NeedsDetails(Move) ? Page() : LocalRedirect($"/referrals/{id}");
    }

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

        if (Errors.IsEmpty)
        {
            var body = new { statusReason = Reason, outcome = Outcome, note = string.IsNullOrWhiteSpace(Note) ? null : Note };
            var answer = await Calls.SendAsync<Referral>(
                new ServiceRequest(Staff.Office, HttpMethod.Post, $"/v1/referrals/{id}/{ServiceCalls.Id(Move)}") { Body = body, IdempotencyKey = FormKey, IfMatch = Version }, cancellationToken);
            if (answer.IsGood)
            {
                Tell(Move);
                return LocalRedirect($"/referrals/{id}");
            }

            Errors.Add(answer.Problem, Words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(id, cancellationToken);
    }
}
