using Cnaim.Benchmarks.Costs;

namespace Cnaim.Benchmarks.Setup;

/// <summary>The folder with all hosts, published as they are shipped.</summary>
internal static class Published
{
    public static async Task<string> FolderAsync(string? given, TextWriter log, CancellationToken cancellationToken)
    {
        if (given is not null)
        {
            return Path.GetFullPath(given);
        }

        var folder = Directory.CreateTempSubdirectory("cnaim-bench-app-").FullName;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        log.WriteLine("Publishing the hosts ...");
        await Tool.RunAsync("dotnet", ["publish", Path.Combine(Root(), "deploy", "Cnaim.Platform"), "-c", "Release", "--ucr", "--no-self-contained", "-o", folder, "-v", "q", "--nologo"], cancellationToken);
        return folder;
    }

    /// <summary>A file of the reference data.</summary>
    public static string Data(string file) => Path.Combine(Root(), "deploy", "data", file);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cnaim.Platform.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Run the benchmarks from a clone, or name the published hosts with --app.");
    }
}
