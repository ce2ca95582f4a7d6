namespace Cnaim.Cli.Testing;

internal static class TestProjects
{
    // Projects that start the whole platform come last: what is wrong in a part shows in its own tests first.
    private static readonly string[] Last = ["Cnaim.Launcher.Tests", "Cnaim.Offices.Tests", "Cnaim.Faults.Tests", "Cnaim.EndToEnd.Tests"];

    // Time-outs and pauses: they leave three quarters of two cores idle.
    private static readonly string[] Waiting = ["Cnaim.Gateway.Tests", "Cnaim.Messaging.Tests"];

    public static IReadOnlyList<TestProject> Find(string repository) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(repository, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(path => new TestProject(System.IO.Path.GetFileNameWithoutExtension(path), path))
            .OrderBy(project => Array.IndexOf(Last, project.Name))
            .ThenBy(project => project.Name, StringComparer.Ordinal),
    ];

    /// <summary>Two rows of projects that run side by side: those that wait beside those that work.</summary>
    public static IEnumerable<IEnumerable<TestProject>> Lanes(IEnumerable<TestProject> projects) => projects.GroupBy(project => Waiting.Contains(project.Name, StringComparer.Ordinal));
}
