using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Cnaim.Gateway.Pages;

/// <summary>The style sheet and the script of the pages, from inside the program.</summary>
internal sealed class Assets
{
    private const string Prefix = "assets/";
    private readonly Dictionary<string, Asset> _assets = typeof(Assets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    public Results<FileContentHttpResult, NotFound> Serve(string name) => _assets.TryGetValue(name, out var asset)
        ? TypedResults.File(asset.Content, asset.ContentType, entityTag: asset.Tag)
        : TypedResults.NotFound();

    private static Asset Read(string resource)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(resource)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var content = memory.ToArray();
        var type = resource.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
        return new Asset(content, type, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\""));
    }

    private sealed record Asset(byte[] Content, string ContentType, EntityTagHeaderValue Tag);
}
