namespace Cnaim.ServiceDefaults.Http;

/// <summary>Endpoint metadata: a header that the endpoint reads, for its OpenAPI document.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="IsRequired">True when a request without it is refused. An endpoint that names a header twice requires it only when both say so.</param>
/// <param name="Description">What to send, in one sentence.</param>
public sealed record RequestHeader(string Name, bool IsRequired, string Description)
{
    /// <summary>Statuses with which the endpoint refuses because of this header.</summary>
    public IReadOnlyList<int> Refusals { get; init; } = [];

    /// <summary><c>If-Match</c> of an endpoint that compares it only when it is sent: put it on a PUT, PATCH or DELETE that needs none.</summary>
    public static RequestHeader OptionalIfMatch { get; } = IfMatch(isRequired: false);

    /// <summary>What an endpoint's metadata says of its headers, each once: less is demanded where two entries differ.</summary>
    internal static IEnumerable<RequestHeader> Of(IEnumerable<object> metadata) => metadata.OfType<RequestHeader>()
        .GroupBy(header => header.Name, StringComparer.Ordinal).Select(entries => entries.OrderBy(entry => entry.IsRequired).First());

    internal static RequestHeader IfMatch(bool isRequired) => new("If-Match", isRequired, "The ETag of the version that was read.")
    {
        Refusals = isRequired ? [412, 428] : [412],
    };
}
