namespace Cnaim.Testing;

/// <summary>Where the repository lies, found from the folder of the running test.</summary>
internal static class Repository
{
    private static readonly string[] NotSources = ["bin", "obj", "node_modules", ".git", ".cnaim", "TestResults"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Files below a folder of the repository, without build output; empty when the folder does not exist.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions)
    {
        var root = At(folder);
        return System.IO.Directory.Exists(root) ? Walk(root).Where(file => extensions.Length == 0 || extensions.Contains(Path.GetExtension(file))) : [];
    }

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            yield return file;
        }

        foreach (var child in System.IO.Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (NotSources.Contains(Path.GetFileName(child), StringComparer.Ordinal))
            {
                continue;
            }

            foreach (var file in Walk(child))
            {
                yield return file;
            }
        }
    }

    private static string Find(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, "Cnaim.Platform.sln")))
            {
                return current.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Cnaim.Platform.sln above {folder}.");
    }
}
