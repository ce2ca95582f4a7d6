using System.Text.RegularExpressions;
using Cnaim.Testing;

namespace Cnaim.Architecture.Tests;

/// <summary>A source file; comments are blanked, so that prose is never mistaken for code.</summary>
/// <param name="Path">Relative to the repository, with forward slashes.</param>
/// <param name="Text">The file as it is.</param>
/// <param name="Code">The same lines without comments.</param>
internal sealed partial record Source(string Path, string Text, string Code)
{
    public static IReadOnlyList<Source> CSharp(params string[] folders) =>
        [.. folders.SelectMany(folder => Repository.Files(folder, ".cs")).Select(Read)];

    public int Lines => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    /// <summary>Where a pattern occurs in the code, as "path:line: text".</summary>
    public IEnumerable<string> Find(Regex pattern) => Code.Split('\n').Index()
        .Where(line => pattern.IsMatch(line.Item)).Select(line => $"{Path}:{line.Index + 1}: {line.Item.Trim()}");

    public static Source Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        return new Source(Repository.Relative(path), text, Comment().Replace(text, ""));
    }

    public override string ToString() => Path;

    // Whole-line comments and those after code; "://" of an address is no comment.
    [GeneratedRegex(@"^\s*//.*$|(?<=[;{})\s])//\s.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Comment();
}
