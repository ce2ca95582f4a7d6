using System.Collections.Frozen;
using System.Text.Json;

namespace Cnaim.ServiceDefaults.Rights;

/// <summary>The table of rights, as <c>rights.json</c> has it.</summary>
internal sealed class RightsTable
{
    private readonly FrozenDictionary<string, Entry> _rights;

    private RightsTable(FrozenDictionary<string, Entry> rights) => _rights = rights;

    public static RightsTable Embedded { get; } = Load();

    public IEnumerable<string> Names => _rights.Keys;

    /// <summary>The grants of a right; null for one that does not exist.</summary>
    public Entry? Find(string right) => _rights.GetValueOrDefault(right);

    private static RightsTable Load()
    {
        using var stream = typeof(RightsTable).Assembly.GetManifestResourceStream("rights.json")!;
        using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var groups = document.RootElement.GetProperty("groups").EnumerateObject()
            .ToDictionary(group => group.Name, group => group.Value.EnumerateArray().Select(role => role.GetString()!).ToArray(), StringComparer.Ordinal);
        return new RightsTable(document.RootElement.GetProperty("rights").EnumerateObject().ToFrozenDictionary(
            right => right.Name, right => Read(right.Value, groups), StringComparer.Ordinal));
    }

    private static Entry Read(JsonElement right, Dictionary<string, string[]> groups)
    {
        var grants = new Dictionary<string, Grant>(StringComparer.Ordinal);
        foreach (var grant in right.GetProperty("grants").EnumerateArray())
        {
            var to = grant.GetProperty("to").GetString()!;
            foreach (var role in to.StartsWith('@') ? groups[to] : [to])
            {
                grants.Add(role, new Grant(ScopeOf(grant.GetProperty("scope").GetString()!), grant.TryGetProperty("with", out var with) ? with.GetString() : null));
            }
        }

        var isOwnOffice = right.GetProperty("offices").GetString() switch
        {
            "own" => true,
            "any" => false,
            _ => throw new InvalidOperationException("rights.json: 'offices' is own or any."),
        };
        return new Entry(isOwnOffice, grants.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static RightScope ScopeOf(string name) => name switch
    {
        "aggregate" => RightScope.Aggregate,
        "own-cases" => RightScope.OwnCases,
        "own-centre" => RightScope.OwnCentre,
        "own-office" => RightScope.OwnOffice,
        "network" => RightScope.Network,
        _ => throw new InvalidOperationException("rights.json: there is no scope '" + name + "'."),
    };

    /// <summary>One right: whether it needs the office that is asked, and the grant of each role.</summary>
    internal sealed record Entry(bool IsOwnOffice, FrozenDictionary<string, Grant> Grants);

    /// <summary>How far a role's right reaches, and the OAuth scope it needs.</summary>
    internal sealed record Grant(RightScope Scope, string? With);
}
