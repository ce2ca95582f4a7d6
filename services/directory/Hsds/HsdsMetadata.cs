using System.Text.Json.Serialization;

namespace Cnaim.Directory.Hsds;

/// <summary>What HSDS 3 demands at the root of the API.</summary>
internal sealed record HsdsMetadata(
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("profile")] string Profile,
    [property: JsonPropertyName("openapi_url")] string OpenApiAddress,
    [property: JsonPropertyName("description")] string Description)
{
    public static HsdsMetadata Instance { get; } = new(
        "3.0",
        "https://docs.openreferral.org/en/3.0/hsds/",
        "/api/directory/openapi/v1.json",
        "Support network for the integration of migrants in Portugal. Members that HSDS does not know are extensions.");
}
