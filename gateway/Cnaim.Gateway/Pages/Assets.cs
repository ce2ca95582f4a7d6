using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Cnaim.Gateway.Pages;

/// <summary>Style sheets, scripts and pictures of the pages, from inside the program; compressed once, since they are no secret.</summary>
internal sealed class Assets
{
    private const string Prefix = "assets/";
    private const string Forever = "public, max-age=31536000, immutable";
    private readonly Dictionary<string, Asset> _assets;

    public Assets()
    {
        var contents = typeof(Assets).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);
        _assets = contents.ToDictionary(one => one.Key, one => Make(one.Key, one.Key.EndsWith(".js", StringComparison.Ordinal) ? WithVersions(one.Value, contents) : one.Value), StringComparer.Ordinal);
    }

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

    private static byte[] Read(string resource)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(resource)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    // A module that is imported by its name alone would be fetched again with every page.
    private static byte[] WithVersions(byte[] script, IReadOnlyDictionary<string, byte[]> contents) => Encoding.UTF8.GetBytes(
        contents.Aggregate(Encoding.UTF8.GetString(script), (text, other) => text.Replace($"\"./{other.Key}\"", $"\"./{other.Key}?v={VersionOf(other.Value)}\"", StringComparison.Ordinal)));

    private static Asset Make(string name, byte[] content)
    {
        var type = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/javascript; charset=utf-8",
        };
        return new Asset(content, Compress(content), type, VersionOf(content));
    }

    private static string VersionOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..16];

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
