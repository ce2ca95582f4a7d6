using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: changes of partners' clients and keys that were asked for.</summary>
internal sealed class ClientsModel : AdminPage
{
    public const string Path = "/v1/clients/changes";

    protected override string Name => AdminPages.Clients;

    public IReadOnlyList<ClientChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<ChangeList<ClientChange>>("identity", Path, cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Changes = answer.Value.Items;
        return Page();
    }
}
