using System.Globalization;
using System.Net;

namespace Cnaim.Launcher;

/// <summary>TCP sockets that listen on this machine, and whose they are.</summary>
public sealed class ListeningSockets
{
    private const string Listening = "0A";

    private readonly Dictionary<string, IPEndPoint> _byInode;

    private ListeningSockets(Dictionary<string, IPEndPoint> byInode) => _byInode = byInode;

    /// <summary>Looks at <c>/proc/net</c>.</summary>
    public static ListeningSockets Read() => new(((string[])["/proc/net/tcp", "/proc/net/tcp6"]).Where(File.Exists).SelectMany(file => File.ReadLines(file).Skip(1))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(fields => fields[3] is Listening)
        .ToDictionary(fields => fields[9], fields => EndPoint(fields[1]), StringComparer.Ordinal));

    /// <summary>Addresses on which a process listens; none where its files may not be read.</summary>
    /// <param name="processId">The process.</param>
    public IReadOnlyList<IPEndPoint> Of(int processId)
    {
        try
        {
            return [.. Directory.EnumerateFiles(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/fd"))
                .Select(file => File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name).OfType<string>()
                .Where(name => name.StartsWith("socket:[", StringComparison.Ordinal))
                .Select(name => _byInode.GetValueOrDefault(name[8..^1])).OfType<IPEndPoint>()];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // The kernel writes each word of four bytes in the machine's order, here little-endian.
    private static IPEndPoint EndPoint(string text)
    {
        var (address, port) = (Convert.FromHexString(text[..text.IndexOf(':', StringComparison.Ordinal)]), text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var bytes = address.Chunk(4).SelectMany(word => word.Reverse()).ToArray();
        return new IPEndPoint(new IPAddress(bytes), int.Parse(port, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
