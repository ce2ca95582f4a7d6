using System.Text.Json;

namespace Cnaim.OfficeKit.Directory;

/// <summary>The directory as this office knows it: the last good answer, and before the first one the embedded centres with assumed hours.</summary>
internal sealed class NetworkDirectory
{
    private DirectorySnapshot? _current;

    /// <summary>What the directory said last.</summary>
    public DirectorySnapshot Current => _current ?? LazyInitializer.EnsureInitialized(ref _current, Embedded);

    /// <summary>Replaces what is known.</summary>
    public void Replace(DirectorySnapshot snapshot) => Volatile.Write(ref _current, snapshot);

    private static DirectorySnapshot Embedded()
    {
        using var stream = typeof(NetworkDirectory).Assembly.GetManifestResourceStream("Data/network.json")
            ?? throw new InvalidOperationException("The build did not embed network.json.");
        using var document = JsonDocument.Parse(stream);
        var centres = document.RootElement.GetProperty("locations").EnumerateArray()
            .Select(location => new CentreEntry
            {
                Code = location.GetProperty("slug").GetString()!,
                Name = location.GetProperty("name").GetString(),
                Municipality = location.GetProperty("dico").GetString(),
                TimeZone = ZoneOf(location.GetProperty("dico").GetString()),
            });
        return new DirectorySnapshot([], centres);
    }

    // DICO codes 31-32 are Madeira, 41-49 the Azores.
    private static string ZoneOf(string? municipality) => municipality switch
    {
        ['3', ..] => "Atlantic/Madeira",
        ['4', ..] => "Atlantic/Azores",
        _ => "Europe/Lisbon",
    };
}
