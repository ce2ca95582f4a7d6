namespace Cnaim.Launcher;

/// <summary>Finds the repository that a program was built in.</summary>
public static class Repository
{
    /// <summary>The root: <c>CNAIM_REPOSITORY</c>, else the nearest folder above the program or the current folder with <c>Cnaim.Platform.sln</c>.</summary>
    /// <exception cref="LauncherException">There is none.</exception>
    public static string Find() =>
        Environment.GetEnvironmentVariable("CNAIM_REPOSITORY") is { Length: > 0 } named ? named
            : Above(AppContext.BaseDirectory) ?? Above(Environment.CurrentDirectory)
            ?? throw new LauncherException(LauncherProblem.Usage, "The repository was not found; run ./cnaim in it, or set CNAIM_REPOSITORY.");

    private static string? Above(string folder)
    {
        var current = new DirectoryInfo(folder);
        while (current is not null && !File.Exists(Path.Combine(current.FullName, "Cnaim.Platform.sln")))
        {
            current = current.Parent;
        }

        return current?.FullName;
    }
}
