namespace Cnaim.Cli.Testing;

internal static class TestProjects
{
    /// <summary>The one that starts the whole platform; it comes after all others, alone.</summary>
    public const string Whole = "Cnaim.EndToEnd.Tests";

    // The longest, and built first while nothing else is published; the short ones share out the end.
    private static readonly string[] First = ["Cnaim.Faults.Tests", "Cnaim.Messaging.Tests", "Cnaim.Offices.Tests", "Cnaim.Subscriptions.Tests", "Cnaim.Launcher.Tests"];

    public static IReadOnlyList<TestProject> Find(string repository) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(repository, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(path => new TestProject(System.IO.Path.GetFileNameWithoutExtension(path), path))
            .OrderBy(project => Array.IndexOf(First, project.Name) is var place and >= 0 ? place : First.Length)
            .ThenBy(project => project.Name, StringComparer.Ordinal),
    ];
}
