using System.Text.Json.Nodes;
using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: one change of a partner's client, and its decision by somebody else.</summary>
internal sealed class ClientModel : AdminPage
{
    protected override string Name => AdminPages.Clients;

    public ClientChange Change { get; private set; } = null!;

    public bool IsOwn => string.Equals(Change.RequestedBy, Staff.Subject, StringComparison.Ordinal);

    /// <summary>The ids of the keys as they would be.</summary>
    public string? Keys => Change.PublicKeys is { } keys ? string.Join(", ", JsonNode.Parse(keys)!["keys"]!.AsArray().Select(key => (string?)key!["kid"])) : null;

    public async Task<IActionResult> OnGetAsync(Guid change, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<ClientChangeList>("identity", ClientsModel.Path, cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        if (answer.Value.Items.FirstOrDefault(one => one.ChangeId == change) is not { } found)
        {
            return NotFound();
        }

        Change = found;
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(Guid change, string what, CancellationToken cancellationToken)
    {
        if (!IsAllowed || what is not ("approve" or "reject"))
        {
            return NotFound();
        }

        var answer = await Calls.SendAsync<ClientChange>(new ServiceRequest("identity", HttpMethod.Post, $"{ClientsModel.Path}/{change}/{what}") { IdempotencyKey = FormKey }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("admin-change-" + what);
            return LocalRedirect("/admin/clients");
        }

        Errors.Add(answer.Problem, Words);
        return await OnGetAsync(change, cancellationToken);
    }

    public string Who(string? subject) => AdminNames.Who(Words, subject, Staff.Subject);
}
