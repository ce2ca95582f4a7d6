namespace Cnaim.Cli.Testing;

internal static class TestProjects
{
    /// <summary>The one that starts the whole platform; it begins first, beside all others one by one.</summary>
    public const string Whole = "Cnaim.EndToEnd.Tests";

    // Then those with pauses and time-outs of their own, which leave most of two cores idle; the short ones share out the end.
    private static readonly string[] First = [Whole, "Cnaim.Faults.Tests", "Cnaim.Messaging.Tests"];

    public static IReadOnlyList<TestProject> Find(string repository) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(repository, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(path => new TestProject(System.IO.Path.GetFileNameWithoutExtension(path), path))
            .OrderBy(project => Array.IndexOf(First, project.Name) is var place and >= 0 ? place : First.Length)
            .ThenBy(project => project.Name, StringComparer.Ordinal),
    ];
}
