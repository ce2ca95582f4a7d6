using System.Text.Json;
using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28, D1: a partner's client, its keys, and in the sandbox its secret.</summary>
internal sealed class CredentialsModel : PartnerPage
{
    public const string Path = "/v1/client";
    public const string Identity = "identity";

    [BindProperty]
    public string? PublicKey { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PartnerClient Client { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<PartnerClient>(Identity, Path, cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Client = answer.Value;
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ReadKey() is { } key)
        {
            var call = new ServiceRequest(Identity, HttpMethod.Post, Path + "/keys") { Body = new { publicKey = key, reason = Reason?.Trim() ?? "" }, IdempotencyKey = FormKey };
            var answer = await Calls.SendAsync<object>(call, cancellationToken);
            if (answer.IsGood)
            {
                Tell("key-asked");
                return LocalRedirect("/partners/credentials");
            }

            Errors.Add(answer.Problem.Code is "client-key-invalid" ? "publicKey" : null, Words.Problem(answer.Problem));
        }

        return await OnGetAsync(cancellationToken);
    }

    private JsonElement? ReadKey()
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(PublicKey ?? "");
        }
        catch (JsonException)
        {
            Errors.Add("publicKey", Words["Problem_client-key-invalid"]);
            return null;
        }
    }
}
