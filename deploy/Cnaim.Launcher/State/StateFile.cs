using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cnaim.Launcher;

/// <summary>Reads and writes <c>state.json</c>; a reader never sees half a file.</summary>
public static class StateFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reads the file; null where there is none or it is damaged, which counts as never having run.</summary>
    /// <param name="path">The file.</param>
    public static PlatformState? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<PlatformState>(File.ReadAllText(path), Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="state">What it shall say.</param>
    public static void Write(string path, PlatformState state)
    {
        var draft = path + ".new";
        File.WriteAllText(draft, JsonSerializer.Serialize(state, Options));
        File.Move(draft, path, overwrite: true);
    }
}
