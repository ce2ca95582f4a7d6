using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cnaim.Launcher;

/// <summary>A fingerprint of all files that the published hosts are made from: names, sizes and times of change.</summary>
internal static class SourceStamp
{
    private static readonly string[] Folders = ["services", "contracts", "gateway", "deploy/Cnaim.Platform", "deploy/data", "deploy/rabbitmq"];
    private static readonly string[] Files = ["global.json", "Directory.Build.props", "Directory.Packages.props", ".editorconfig"];
    private static readonly string[] Made = ["bin", "obj", "node_modules"];

    public static string Of(string repository, string variant)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(variant));
        var files = Folders.Select(folder => new DirectoryInfo(Path.Combine(repository, folder))).Where(folder => folder.Exists).SelectMany(Below)
            .Concat(Files.Select(file => new FileInfo(Path.Combine(repository, file))).Where(file => file.Exists));
        foreach (var file in files.OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{file.FullName}\0{file.Length}\0{file.LastWriteTimeUtc.Ticks}\n");
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Lock files are written by the build itself.
    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => folder.EnumerateFiles()
        .Where(file => file.Name is not "packages.lock.json")
        .Concat(folder.EnumerateDirectories().Where(child => !Made.Contains(child.Name, StringComparer.Ordinal)).SelectMany(Below));
}
