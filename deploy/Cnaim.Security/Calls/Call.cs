namespace Cnaim.Security.Calls;

/// <summary>One request, as it is to leave.</summary>
internal sealed record Call(HttpMethod Method, Uri Address)
{
    public string? Token { get; init; }

    public string? Body { get; init; }

    public HttpContent? Content { get; init; }

    public string? Key { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
