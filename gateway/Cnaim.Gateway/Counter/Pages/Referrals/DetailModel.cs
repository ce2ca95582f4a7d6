using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Pages.Admin;
using Cnaim.Gateway.Counter.Pages.Screenings;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>S18: one referral, and the moves that are allowed now; the office says which.</summary>
internal sealed class DetailModel : ReferralPage
{
    // Moves that need a reason or an outcome have a page of their own.
    private static readonly string[] WithDetails = ["reject", "hold", "complete", "fail", "cancel", "enter-in-error"];

    public SharedRecord? Shared { get; private set; }

    /// <summary>Referrals that sent this one onward.</summary>
    public IReadOnlyList<Referral> Onward { get; private set; } = [];

    /// <summary>Who answers for an overdue one; null where it is not overdue or nobody knows.</summary>
    public OfficeThere? FocalPoint { get; private set; }

    public bool MayRemind => Referral.IsOverdue && Staff.Role is "coordinator";

    public static bool NeedsDetails(string action) => WithDetails.Contains(action, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        await LoadAroundAsync(cancellationToken);
        return Page();
    }

    /// <summary>What the person agreed to share, fetched when it is asked for: each look is audited.</summary>
    public async Task<IActionResult> OnPostSharedAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<SharedRecord>(Staff.Office, $"/v1/referrals/{id}/snapshot", cancellationToken);
        if (answer.IsGood)
        {
            Shared = answer.Value with { Book = await QuestionBook.ReadAsync(Calls, cancellationToken) };
        }
        else
        {
            Errors.Add(answer.Problem, Words);
        }

        return await OnGetAsync(id, cancellationToken);
    }

    public Task<IActionResult> OnPostMoveAsync(Guid id, string move, CancellationToken cancellationToken) => DoAsync(id, move, cancellationToken);

    /// <summary>C2: the focal point of what is overdue is told by this centre's coordinator.</summary>
    public Task<IActionResult> OnPostRemindAsync(Guid id, CancellationToken cancellationToken) => DoAsync(id, "remind", cancellationToken);

    private async Task<IActionResult> DoAsync(Guid id, string move, CancellationToken cancellationToken)
    {
        if (await SendAsync(id, move, body: null, cancellationToken) is { } refused)
        {
            if (Referral is not null)
            {
                await LoadAroundAsync(cancellationToken);
            }

            return refused;
        }

        Tell(move);
        return LocalRedirect($"/referrals/{id}");
    }

    // Without these the page is shown as well.
    private async Task LoadAroundAsync(CancellationToken cancellationToken)
    {
        if (Referral is { IsReceived: true, PersonId: { } person })
        {
            var sent = await Calls.GetAsync<ReferralList>(Staff.Office, $"/v1/referrals?direction=sent&limit=200&personId={ServiceCalls.Id(person)}", cancellationToken);
            Onward = [.. (sent.Value?.Items ?? []).Where(referral => referral.PartOf == Referral.Id)];
        }

        if (Referral is { IsOverdue: true, Receiver: { } receiver })
        {
            var centre = await Calls.GetAsync<CentreOffices>("directory", "/v1/centres/" + ServiceCalls.Id(receiver.Centre), cancellationToken);
            FocalPoint = centre.Value?.Offices.FirstOrDefault(office => string.Equals(office.Office, receiver.Office, StringComparison.Ordinal));
        }
    }
}
