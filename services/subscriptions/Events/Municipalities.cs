using System.Collections.Frozen;
using System.Text.Json;

namespace Cnaim.Subscriptions.Events;

/// <summary>The municipality of an event is that of the centre where it happened; a centre that the network data does not know has none (ADR 0100).</summary>
internal sealed class Municipalities
{
    /// <summary>Stands for every municipality, and for events without one.</summary>
    public const string All = "*";

    private readonly FrozenDictionary<string, string> _ofCentre;
    private readonly FrozenSet<string> _codes;

    public Municipalities()
    {
        _ofCentre = Read("network.json", "locations").Where(centre => Text(centre, "dico") is not null)
            .ToFrozenDictionary(centre => Text(centre, "slug")!, centre => Text(centre, "dico")!, StringComparer.Ordinal);
        _codes = Read("municipalities.json", "municipalities").Select(municipality => Text(municipality, "dico")).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The DICO code; empty when there is none.</summary>
    public string Of(string centre) => _ofCentre.GetValueOrDefault(centre, "");

    public bool Exists(string code) => _codes.Contains(code);

    private static List<JsonElement> Read(string resource, string list)
    {
        using var stream = typeof(Municipalities).Assembly.GetManifestResourceStream(resource)!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(item => item.Clone())];
    }

    private static string? Text(JsonElement item, string member) =>
        item.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
