using Cnaim.Launcher;

namespace Cnaim.Benchmarks.Setup;

/// <summary>The folder with all hosts, published as they are shipped.</summary>
internal static class Published
{
    public static async Task<string> FolderAsync(string? given, TextWriter log, CancellationToken cancellationToken, bool faults = false)
    {
        if (given is not null)
        {
            return Path.GetFullPath(given);
        }

        // Beside a platform that may be running from its own folder.
        var folder = Path.Combine(PlatformLayout.Find(Repository.Find()).Home, faults ? "bench-faults" : "bench");
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        log.WriteLine("Publishing the hosts; nothing to do where no source changed ...");
        await PublishPlatform.RunAsync(Repository.Find(), folder, faults: faults, cancellationToken: cancellationToken);
        return folder;
    }

    /// <summary>A file of the reference data.</summary>
    public static string Data(string file) => Path.Combine(Repository.Find(), "deploy", "data", file);
}
