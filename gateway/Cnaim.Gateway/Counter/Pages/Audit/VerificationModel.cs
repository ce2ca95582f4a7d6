using System.Text.Json;
using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Audit;

/// <summary>S31, U4: what is kept of the services' audit trails outside of them. Checking a trail against it needs its database (<c>./cnaim audit verify</c>).</summary>
internal sealed class VerificationModel : CounterPage
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Null as long as no root has been taken.</summary>
    public KeptRoot? Root { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    /// <summary>The proof as a file: who keeps it can say later what the trails were.</summary>
    public async Task<IActionResult> OnGetProofAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } missing)
        {
            return missing;
        }

        return Root is null ? NotFound() : File(JsonSerializer.SerializeToUtf8Bytes(Root, Indented), "application/json", $"cnaim-audit-{Root.RootNo}.json");
    }

    /// <summary>Takes a root now.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<KeptRoot>(new ServiceRequest("directory", HttpMethod.Post, "/v1/audit/roots") { IdempotencyKey = FormKey }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("root");
            return LocalRedirect("/audit/verification");
        }

        if (answer.Problem.Status is not StatusCodes.Status404NotFound)
        {
            Errors.Add(answer.Problem, Words); // 404: no service has given its head yet, which the page says
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(cancellationToken);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (Staff.Role is not ("auditor" or "administrator" or "data-protection-officer"))
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<KeptRoot>("directory", "/v1/audit/roots/latest", cancellationToken);
        if (answer.Problem is { Status: not StatusCodes.Status404NotFound } problem)
        {
            return Missing(problem);
        }

        Root = answer.Value;
        return null;
    }
}
