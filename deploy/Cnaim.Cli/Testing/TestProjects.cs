namespace Cnaim.Cli.Testing;

internal static class TestProjects
{
    /// <summary>The one that starts the whole platform; it comes after all others, alone.</summary>
    public const string Whole = "Cnaim.EndToEnd.Tests";

    // Projects that start several services come last: what is wrong in a part shows in its own tests first.
    private static readonly string[] Last = ["Cnaim.Launcher.Tests", "Cnaim.Offices.Tests", Whole];

    // Time-outs and pauses: they leave three quarters of two cores idle. Faults are built first, while nothing else is published.
    private static readonly string[] Waiting = ["Cnaim.Faults.Tests", "Cnaim.Gateway.Tests", "Cnaim.Messaging.Tests"];

    public static IReadOnlyList<TestProject> Find(string repository) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(repository, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(path => new TestProject(System.IO.Path.GetFileNameWithoutExtension(path), path))
            .OrderBy(project => Array.IndexOf(Last, project.Name))
            .ThenBy(project => project.Name, StringComparer.Ordinal),
    ];

    /// <summary>Whether a project mostly waits, so that it may run beside those that work.</summary>
    public static bool Waits(TestProject project) => Waiting.Contains(project.Name, StringComparer.Ordinal);
}
