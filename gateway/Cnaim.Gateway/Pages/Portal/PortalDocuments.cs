using System.Reflection;

namespace Cnaim.Gateway.Pages.Portal;

/// <summary>The published documents, as they lie in the repository: embedded, so that the portal needs no other machine.</summary>
internal static class PortalDocuments
{
    private const string Prefix = "portal/";
    private static readonly Assembly Self = typeof(PortalDocuments).Assembly;

    /// <summary>Names of all files that a page may link to, for example <c>asyncapi/cnaim.yaml</c>.</summary>
    public static IReadOnlySet<string> Files { get; } = Self.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !name.EndsWith(".md", StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..]).ToHashSet(StringComparer.Ordinal);

    /// <summary>One of <see cref="Files"/>.</summary>
    public static Stream Open(string name) => Self.GetManifestResourceStream(Prefix + name)!;

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>One chapter of a text, from its heading to the next of the same rank.</summary>
    public static string Chapter(string name, string heading)
    {
        var lines = Text(name).Split('\n').SkipWhile(line => !string.Equals(line, "## " + heading, StringComparison.Ordinal)).ToList();
        return string.Join('\n', lines.Take(1).Concat(lines.Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))));
    }
}
