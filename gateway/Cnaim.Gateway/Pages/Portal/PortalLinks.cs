namespace Cnaim.Gateway.Pages.Portal;

/// <summary>Where the portal has what a document of the repository links to.</summary>
internal static class PortalLinks
{
    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["contracts/README.md"] = "/docs/events",
        ["contracts/CHANGELOG.md"] = "/docs/changelog",
        ["contracts/deprecation.md"] = "/docs/deprecation",
        ["contracts/webhooks.md"] = "/docs/webhooks",
        ["contracts/openapi"] = "/docs/api/index.html",
        ["contracts/openapi/README.md"] = "/docs/api/index.html",
        ["deploy/examples"] = "/docs/examples",
        ["deploy/examples/README.md"] = "/docs/examples",
    };

    /// <summary>The address on the portal; null for what it does not have.</summary>
    /// <param name="url">A link as it is written.</param>
    /// <param name="from">The path of the document that has it.</param>
    public static string? Find(string url, string from)
    {
        if (url.StartsWith('#') || url.StartsWith('/') || url.StartsWith("http", StringComparison.Ordinal))
        {
            return url;
        }

        var target = new Uri(new Uri("repository:///" + from), url);
        var path = target.AbsolutePath.Trim('/');
        var file = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return Pages.TryGetValue(path, out var page) ? page + target.Fragment : PortalDocuments.Files.Contains(file) ? "/docs/" + file : null;
    }
}
