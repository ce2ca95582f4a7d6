using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Cnaim.Gateway.Pages;

/// <summary>Style sheets, scripts and pictures of the pages, from inside the program; compressed once, since they are no secret.</summary>
internal sealed class Assets
{
    private const string Prefix = "assets/";
    private const string Forever = "public, max-age=31536000, immutable";
    private readonly Dictionary<string, Asset> _assets = typeof(Assets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>An address that changes with the content, so that a browser may keep it.</summary>
    public string Address(string name) => $"/assets/{name}?v={_assets[name].Version}";

    public Results<FileContentHttpResult, NotFound> Serve(HttpContext context, string name)
    {
        if (!_assets.TryGetValue(name, out var asset))
        {
            return TypedResults.NotFound();
        }

        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (string.Equals(context.Request.Query["v"], asset.Version, StringComparison.Ordinal))
        {
            headers.CacheControl = Forever;
        }

        var isCompressed = context.Request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "gzip" && encoding.Quality is not 0);
        if (isCompressed)
        {
            headers.ContentEncoding = "gzip";
        }

        return TypedResults.File(isCompressed ? asset.Compressed : asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}{(isCompressed ? "-gzip" : "")}\""));
    }

    private static Asset Read(string resource)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(resource)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var content = memory.ToArray();
        var type = Path.GetExtension(resource) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/javascript; charset=utf-8",
        };
        return new Asset(content, Compress(content), type, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
    }

    private static byte[] Compress(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return memory.ToArray();
    }

    private sealed record Asset(byte[] Content, byte[] Compressed, string ContentType, string Version);
}
