using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cnaim.Testing;

/// <summary>The table of rights read a second time, by other code than the platform's: who may call what, for every role, office and centre.</summary>
internal static class RightsMatrix
{
    private const string NoScopes = "";
    private static readonly JsonObject Table = JsonNode.Parse(
        File.ReadAllText(Repository.At("services", "kit", "Cnaim.ServiceDefaults", "Rights", "rights.json")),
        documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject();

    private static readonly string[] Roles =
    [
        .. Table["groups"]!["@everybody"]!.AsArray().Select(role => role!.GetValue<string>()), "service", "king", "",
    ];

    /// <summary>Every kind of caller at a service: each role, for the service's own office or another, with and without a centre, with and without OAuth scopes.</summary>
    public static IEnumerable<Caller> Callers(string service) =>
        from role in Roles
        from office in new[] { service, string.Equals(service, "tax", StringComparison.Ordinal) ? "health" : "tax" }
        from centre in new[] { "cnaim-lisboa", "cnaim-faro", "" }
        from scopes in role is "partner-client" ? new[] { NoScopes, AllScopes } : [NoScopes]
        select new Caller(role, office, centre, scopes);

    public static string AllScopes => "referrals.read referrals.answer events.subscribe directory.read statistics.read screening.use";

    /// <summary>The operations of a service's published document that need a right: method, path and the right.</summary>
    public static IEnumerable<(string Method, string Path, string Right)> Operations(string service) =>
        from path in JsonNode.Parse(File.ReadAllText(Repository.At("contracts", "openapi", service + ".json")))!["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        let right = operation.Value!["x-cnaim-right"]?.GetValue<string>()
        where right is not null
        select (operation.Key.ToUpperInvariant(), path.Key, right);

    public static bool Allows(string service, string right, Caller caller)
    {
        var entry = Table["rights"]![right]!;
        var grant = entry["grants"]!.AsArray().FirstOrDefault(grant => RolesOf(grant!["to"]!.GetValue<string>()).Contains(caller.Role, StringComparer.Ordinal));
        return grant is not null
            && (entry["offices"]!.GetValue<string>() is "any" || string.Equals(caller.Office, service, StringComparison.Ordinal))
            && (caller.Centre.Length > 0 || grant["scope"]!.GetValue<string>() is not "own-centre")
            && (grant["with"] is not { } with || caller.Scopes.Split(' ').Contains(with.GetValue<string>(), StringComparer.Ordinal));
    }

    private static IEnumerable<string> RolesOf(string to) => to.StartsWith('@') ? Table["groups"]![to]!.AsArray().Select(role => role!.GetValue<string>()) : [to];

    /// <summary>Who calls.</summary>
    internal sealed record Caller(string Role, string Office, string Centre, string Scopes);
}
