using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28, D3: what an endpoint was sent and what it answered, newest first.</summary>
internal sealed class LogModel : PartnerPage
{
    private static readonly string[] AllKinds = ["event", "test", "heartbeat", "handshake"];
    private static readonly string[] AllOutcomes = ["delivered", "refused", "throttled", "gone", "timed-out", "unreachable", "address-refused", "not-echoed"];

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Outcome { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? WebhookId { get; set; }

    public IReadOnlyList<DeliveryAttempt> Attempts { get; private set; } = [];

    public Guid Id { get; private set; }

    public string? Next { get; private set; }

    public IReadOnlyList<Choice> Kinds => Words.Choices("AttemptKind", AllKinds, "Partner_Any");

    public IReadOnlyList<Choice> Outcomes => Words.Choices("Outcome", AllOutcomes, "Partner_Any");

    public IEnumerable<(string Text, string Without)> Chips =>
    [
        (Words.Code("AttemptKind", Kind), Address(null, Outcome, WebhookId)),
        (Words.Code("Outcome", Outcome), Address(Kind, null, WebhookId)),
        (WebhookId ?? "", Address(Kind, Outcome, null)),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? after, CancellationToken cancellationToken)
    {
        Id = id;
        WebhookId = WebhookId?.Trim();
        var answer = await AskAsync<DeliveryAttemptList>($"{Endpoints}/{id}/attempts{Query(Kind, Outcome, WebhookId, after)}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Attempts = answer.Value.Items;
        Next = Guid.TryParse(answer.Value.Next, out var next) ? $"/partners/endpoints/{id}/log{Query(Kind, Outcome, WebhookId, next)}" : null;
        return Page();
    }

    private string Address(string? kind, string? outcome, string? webhookId) => $"/partners/endpoints/{Id}/log{Query(kind, outcome, webhookId, null)}";

    // A filter that was left out is not one for the empty text.
    private static string Query(string? kind, string? outcome, string? webhookId, Guid? after) => QueryString.Create(
        new (string Name, string? Value)[] { ("kind", kind), ("outcome", outcome), ("webhookId", webhookId), ("after", after?.ToString()) }
            .Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value))).ToString();
}
