using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S16: ends a consent, or lets a draft begin, on a page of its own that says what follows.</summary>
internal sealed class ConsentMoveModel(TimeProvider clock) : ConsentPage(clock)
{
    [BindProperty(SupportsGet = true)]
    public string Move { get; set; } = "";

    /// <summary>From whom alone it is withdrawn; from all when nobody is chosen.</summary>
    [BindProperty]
    public string[] From { get; set; } = [];

    public bool IsEnd => Move is not Activate;

    public bool HasChoice => Move is Withdraw && Consent.Recipients.Count > 1;

    /// <summary>What receivers still have a permit for, and are asked to delete.</summary>
    public bool HasOpen => Sent.Any(sent => sent.WithdrawnAt is null);

    public async Task<IActionResult> OnGetAsync(string personId, Guid consentId, CancellationToken cancellationToken) =>
        await LoadAsync(personId, consentId, cancellationToken) ?? (Moves.Contains(Move, StringComparer.Ordinal) ? Page() : LocalRedirect(Address));

    public async Task<IActionResult> OnPostAsync(string personId, Guid consentId, CancellationToken cancellationToken)
    {
        if (await LoadAsync(personId, consentId, cancellationToken) is { } missing)
        {
            return missing;
        }

        var wasDraft = Consent.Status is "draft";
        var answer = await Calls.SendAsync<Consent>(new ServiceRequest("screening", HttpMethod.Post, $"/v1/consents/{consentId}/{ServiceCalls.Id(Move)}") { Body = HasChoice ? new { recipients = From } : null, IdempotencyKey = FormKey }, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Tell("consent-" + (Move is Withdraw && wasDraft ? "refuse" : Move));
        return LocalRedirect(Address);
    }
}
