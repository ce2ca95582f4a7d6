using System.Globalization;
using System.Text.Json.Nodes;

namespace Cnaim.Security.Calls;

/// <summary>One answer.</summary>
internal sealed record Reply(int Status, string? MediaType, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Id => Json["id"]!.ToString();

    /// <summary>The status and, of a problem, its code: <c>409 move-not-allowed</c>.</summary>
    public string Summary => MediaType is "application/problem+json" && Json["type"]?.ToString() is { } type
        ? string.Create(CultureInfo.InvariantCulture, $"{Status} {type[(type.LastIndexOf(':') + 1)..]}")
        : Status.ToString(CultureInfo.InvariantCulture);

    public Reply Must(int status) => Status == status ? this : throw new InvalidOperationException($"The attack could not be prepared: {Summary} instead of {status}.");
}
