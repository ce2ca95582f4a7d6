using System.Collections.Frozen;
using System.Text.Json;

namespace Cnaim.Gateway.Counter;

/// <summary>What can be asked of which office, with the documents to bring; reference data.</summary>
internal sealed class RequestBook
{
    private readonly FrozenDictionary<string, ServedRequest> _requests;

    public RequestBook()
    {
        using var stream = typeof(RequestBook).Assembly.GetManifestResourceStream("names/offices.json")!;
        using var document = JsonDocument.Parse(stream);
        _requests = document.RootElement.GetProperty("offices").EnumerateArray().SelectMany(Of).ToFrozenDictionary(request => request.Code, StringComparer.Ordinal);
    }

    public IEnumerable<ServedRequest> All => _requests.Values;

    public ServedRequest? Find(string? code) => code is null ? null : _requests.GetValueOrDefault(code);

    private static IEnumerable<ServedRequest> Of(JsonElement office) => office.GetProperty("requests").EnumerateArray().Select(request => new ServedRequest(
        request.GetProperty("code").GetString()!,
        office.GetProperty("code").GetString()!,
        request.GetProperty("status_blind").GetBoolean(),
        [.. request.GetProperty("documents").EnumerateArray().Select(document => document.GetString()!).Where(document => document is not "none")]));
}

/// <summary>A request of an office; a status-blind one never carries the residence status.</summary>
internal sealed record ServedRequest(string Code, string Office, bool IsStatusBlind, IReadOnlyList<string> Documents);
