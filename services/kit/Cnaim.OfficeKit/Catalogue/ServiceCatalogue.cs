using System.Collections.Frozen;
using System.Text.Json;

namespace Cnaim.OfficeKit.Catalogue;

/// <summary>What the offices solve and the issues that lead there: reference data, read once from the embedded rules files.</summary>
internal sealed class ServiceCatalogue
{
    private readonly FrozenDictionary<string, RequestEntry> _requests;

    private ServiceCatalogue(IEnumerable<RequestEntry> requests, IEnumerable<string> issues, IEnumerable<string> offices)
    {
        _requests = requests.ToFrozenDictionary(request => request.Code, StringComparer.Ordinal);
        Issues = issues.ToFrozenSet(StringComparer.Ordinal);
        Offices = offices.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The embedded catalogue.</summary>
    public static ServiceCatalogue Embedded { get; } = Read();

    /// <summary>The codes of issues, arrangements left out.</summary>
    public FrozenSet<string> Issues { get; }

    /// <summary>The codes of the offices that receive referrals.</summary>
    public FrozenSet<string> Offices { get; }

    /// <summary>A request by its code.</summary>
    /// <returns>Null when there is none.</returns>
    public RequestEntry? Find(string? code) => code is null ? null : _requests.GetValueOrDefault(code);

    /// <summary>The codes of an office's requests, in order.</summary>
    public IReadOnlyList<string> RequestsOf(string office) =>
        [.. _requests.Values.Where(request => string.Equals(request.Office, office, StringComparison.Ordinal)).Select(request => request.Code).Order(StringComparer.Ordinal)];

    private static ServiceCatalogue Read()
    {
        using var offices = Open("offices.json");
        using var issues = Open("issues.json");
        var entries = offices.RootElement.GetProperty("offices").EnumerateArray()
            .SelectMany(office => office.GetProperty("requests").EnumerateArray()
                .Select(request => Entry(office.GetProperty("code").GetString()!, request)));
        var codes = issues.RootElement.GetProperty("issues").EnumerateArray()
            .Where(issue => issue.GetProperty("kind").ValueEquals("issue"))
            .Select(issue => issue.GetProperty("code").GetString()!);
        return new ServiceCatalogue(entries, codes, offices.RootElement.GetProperty("offices").EnumerateArray().Select(office => office.GetProperty("code").GetString()!));
    }

    private static RequestEntry Entry(string office, JsonElement request) => new(
        request.GetProperty("code").GetString()!,
        office,
        request.GetProperty("status_blind").GetBoolean(),
        [.. request.GetProperty("typical_outcomes").EnumerateArray().Select(outcome => outcome.GetString()!)]);

    private static JsonDocument Open(string name)
    {
        using var stream = typeof(ServiceCatalogue).Assembly.GetManifestResourceStream($"Data/{name}")
            ?? throw new InvalidOperationException($"The build did not embed {name}.");
        return JsonDocument.Parse(stream);
    }
}
