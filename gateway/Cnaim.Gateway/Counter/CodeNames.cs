using System.Text.Json;

namespace Cnaim.Gateway.Counter;

/// <summary>Names of codes in the reference data: requests, issues, results, documents, languages and centres.</summary>
internal sealed class CodeNames
{
    private readonly Dictionary<string, CodeName> _names = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);

    public CodeNames()
    {
        foreach (var office in Read("offices").GetProperty("offices").EnumerateArray())
        {
            AddLabels("Request", office.GetProperty("requests"));
        }

        AddNames("Document", Read("offices").GetProperty("documents"));
        AddNames("Result", Read("offices").GetProperty("outcomes"));
        AddLabels("Issue", Read("issues").GetProperty("issues"));
        foreach (var language in Read("languages").GetProperty("languages").EnumerateArray())
        {
            AddNamed("Language", language.GetProperty("iso639_3"), language);
            AddNamed("Tongue", language.GetProperty("bcp47"), language);
            _tags[language.GetProperty("iso639_3").GetString()!] = language.GetProperty("bcp47").GetString()!;
        }

        foreach (var country in Read("countries").GetProperty("countries").EnumerateArray())
        {
            AddNamed("Country", country.GetProperty("alpha2"), country);
        }

        foreach (var municipality in Read("municipalities").GetProperty("municipalities").EnumerateArray())
        {
            var name = municipality.GetProperty("name").GetString()!;
            _names["Municipality:" + municipality.GetProperty("dico").GetString()] = new CodeName(name, name);
        }

        foreach (var centre in Read("network").GetProperty("locations").EnumerateArray())
        {
            var name = centre.GetProperty("name").GetString()!;
            _names["Centre:" + centre.GetProperty("slug").GetString()] = new CodeName(name, name);
        }
    }

    public IReadOnlyList<string> Codes(string kind) => [.. _names.Keys.Where(key => key.StartsWith(kind + ":", StringComparison.Ordinal)).Select(key => key[(kind.Length + 1)..])];

    /// <summary>The tag of a language that is known by its code of ISO 639-3, as people's languages are.</summary>
    public string TagOf(string language) => _tags.GetValueOrDefault(language, language);

    public CodeName? Find(string kind, string code) => _names.GetValueOrDefault($"{kind}:{code}");

    /// <summary>The code of a kind that is meant by its code or by its name; null when there is none.</summary>
    public string? CodeOf(string kind, string text) => _names.ContainsKey($"{kind}:{text}") ? text
        : Codes(kind).FirstOrDefault(code => Find(kind, code) is { } name && (string.Equals(name.Pt, text, StringComparison.OrdinalIgnoreCase) || string.Equals(name.En, text, StringComparison.OrdinalIgnoreCase)));

    private static JsonElement Read(string name)
    {
        using var stream = typeof(CodeNames).Assembly.GetManifestResourceStream($"names/{name}.json")!;
        return JsonDocument.Parse(stream).RootElement;
    }

    private void AddNamed(string kind, JsonElement code, JsonElement item) =>
        _names[$"{kind}:{code.GetString()}"] = new CodeName(item.GetProperty("name_pt").GetString()!, item.GetProperty("name_en").GetString()!);

    private void AddNames(string kind, JsonElement items)
    {
        foreach (var item in items.EnumerateObject())
        {
            _names[$"{kind}:{item.Name}"] = new CodeName(item.Value.GetProperty("pt").GetString()!, item.Value.GetProperty("en").GetString()!);
        }
    }

    private void AddLabels(string kind, JsonElement items)
    {
        foreach (var item in items.EnumerateArray())
        {
            var label = item.GetProperty("label");
            _names[$"{kind}:{item.GetProperty("code").GetString()}"] = new CodeName(label.GetProperty("pt").GetString()!, label.GetProperty("en").GetString()!);
        }
    }
}

/// <summary>What a code is called.</summary>
internal sealed record CodeName(string Pt, string En);
