using System.Globalization;

namespace Cnaim.Launcher;

/// <summary>Limits of this machine.</summary>
public static class MachineFacts
{
    /// <summary>The broker works with this many open files, and with fewer it stops accepting connections.</summary>
    public const long FewestOpenFiles = 16_384;

    private const int SoftLimit = 3;
    private const int HardLimit = 4;

    /// <summary>How many files a child process may open at most.</summary>
    public static long OpenFiles => Limit("/proc/self/limits", HardLimit) ?? long.MaxValue;

    /// <summary>How many files a process may open; null where that may not be read.</summary>
    /// <param name="processId">The process.</param>
    public static long? OpenFilesOf(int processId)
    {
        try
        {
            return Limit(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/limits"), SoftLimit);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Free bytes on the disk of a folder.</summary>
    /// <param name="folder">A folder that exists.</param>
    public static long FreeBytes(string folder) => new DriveInfo(folder).AvailableFreeSpace;

    /// <summary>Bytes of memory that programs can still take.</summary>
    public static long AvailableMemory => 1024 * long.Parse(
        File.ReadLines("/proc/meminfo").First(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    private static long? Limit(string file, int column)
    {
        var line = File.ReadLines(file).First(text => text.StartsWith("Max open files", StringComparison.Ordinal));
        return long.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[column], CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
