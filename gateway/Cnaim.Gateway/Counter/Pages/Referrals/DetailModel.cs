using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>S18: one referral, and the moves that are allowed now; the office says which.</summary>
internal sealed class DetailModel : CounterPage
{
    // Moves that need a reason or an outcome have a page of their own.
    private static readonly string[] WithDetails = ["reject", "hold", "complete", "fail", "cancel", "enter-in-error"];

    public Referral Referral { get; private set; } = null!;

    public string? Version { get; private set; }

    public SharedRecord? Shared { get; private set; }

    public static bool NeedsDetails(string action) => WithDetails.Contains(action, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Referral>(Staff.Office, $"/v1/referrals/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Referral, Version) = (answer.Value, answer.ETag);
        return Page();
    }

    /// <summary>What the person agreed to share, fetched when it is asked for: each look is audited.</summary>
    public async Task<IActionResult> OnPostSharedAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<SharedRecord>(Staff.Office, $"/v1/referrals/{id}/snapshot", cancellationToken);
        if (answer.IsGood)
        {
            Shared = answer.Value;
        }
        else
        {
            Errors.Add(answer.Problem, Words);
        }

        return await OnGetAsync(id, cancellationToken);
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, string move, string? version, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<Referral>(
            new ServiceRequest(Staff.Office, HttpMethod.Post, $"/v1/referrals/{id}/{ServiceCalls.Id(move)}") { IdempotencyKey = $"{FormKey}-{move}", IfMatch = version }, cancellationToken);
        if (answer.IsGood)
        {
            Tell(move);
            return LocalRedirect($"/referrals/{id}");
        }

        Errors.Add(answer.Problem, Words);
        return await OnGetAsync(id, cancellationToken);
    }
}
