using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Cnaim.Directory.Loading;

/// <summary>The documents beside the program, and one checksum over all of them.</summary>
internal sealed record ReferenceDocuments(JsonNode Network, JsonNode Municipalities, JsonNode Languages, JsonNode Offices, JsonNode Defaults, string Checksum)
{
    // Raise it when the mapping changes, so that the same documents are loaded again.
    private const string MappingVersion = "1";
    private static readonly string[] Names = ["network.json", "municipalities.json", "languages.json", "offices.json", "defaults.json"];

    public static async Task<ReferenceDocuments> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(MappingVersion));
        var nodes = new List<JsonNode>();
        foreach (var name in Names)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, name), cancellationToken);
            hash.AppendData(SHA256.HashData(bytes));
            nodes.Add(JsonNode.Parse(bytes) ?? throw new InvalidDataException($"{name} is empty."));
        }

        return new ReferenceDocuments(nodes[0], nodes[1], nodes[2], nodes[3], nodes[4], Convert.ToHexStringLower(hash.GetHashAndReset())[..16]);
    }

    /// <summary>The rows of a list in a document.</summary>
    public static IEnumerable<JsonObject> Rows(JsonNode document, string list) => document[list]!.AsArray().Select(row => row!.AsObject());
}
