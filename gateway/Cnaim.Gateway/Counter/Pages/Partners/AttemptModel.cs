using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28, D3: one request as it was sent, and what came back.</summary>
internal sealed class AttemptModel : PartnerPage
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public DeliveryAttempt Attempt { get; private set; } = null!;

    public Guid Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid attempt, CancellationToken cancellationToken)
    {
        var answer = await AskAsync<DeliveryAttempt>($"{Endpoints}/{id}/attempts/{attempt}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Id, Attempt) = (id, answer.Value);
        return Page();
    }

    /// <summary>JSON line by line; anything else as it is. The signature counts what was sent, which is one line.</summary>
    public static string Show(string text)
    {
        try
        {
            return JsonNode.Parse(text)!.ToJsonString(Indented);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
