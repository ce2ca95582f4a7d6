using System.Globalization;

namespace Cnaim.Launcher;

/// <summary>Limits of this machine.</summary>
public static class MachineFacts
{
    /// <summary>The broker works with this many open files, and with fewer it stops accepting connections.</summary>
    public const long FewestOpenFiles = 16_384;

    /// <summary>How many files a child process may open at most.</summary>
    public static long OpenFiles => long.TryParse(
        File.ReadLines("/proc/self/limits").First(line => line.StartsWith("Max open files", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[4],
        CultureInfo.InvariantCulture,
        out var limit) ? limit : long.MaxValue;

    /// <summary>Free bytes on the disk of a folder.</summary>
    /// <param name="folder">A folder that exists.</param>
    public static long FreeBytes(string folder) => new DriveInfo(folder).AvailableFreeSpace;

    /// <summary>Bytes of memory that programs can still take.</summary>
    public static long AvailableMemory => 1024 * long.Parse(
        File.ReadLines("/proc/meminfo").First(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
