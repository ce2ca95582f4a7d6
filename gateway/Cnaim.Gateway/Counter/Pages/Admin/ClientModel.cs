using System.Text.Json.Nodes;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: one change of a partner's client.</summary>
internal sealed class ClientModel() : DecisionPage<ClientChange>("identity", ClientsModel.Path, "/admin/clients")
{
    protected override string Name => AdminPages.Clients;

    /// <summary>The ids of the keys as they would be.</summary>
    public string? Keys => Change.PublicKeys is { } keys ? string.Join(", ", JsonNode.Parse(keys)!["keys"]!.AsArray().Select(key => (string?)key!["kid"])) : null;
}
