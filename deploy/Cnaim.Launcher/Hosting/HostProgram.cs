namespace Cnaim.Launcher;

/// <summary>A published host.</summary>
/// <param name="Code">The service's code.</param>
/// <param name="Assembly">Path of its assembly.</param>
public sealed record HostProgram(string Code, string Assembly)
{
    /// <summary>Whether it has a second address for clear-text HTTP/2.</summary>
    public bool HasGrpc => Code is "screening" or "gateway";

    /// <summary>Whether it has a database of its own and so understands the argument <c>migrate</c>.</summary>
    public bool HasDatabase => Path.ChangeExtension(Assembly, ".deps.json") is var parts && File.Exists(parts) && File.ReadAllText(parts).Contains("\"Cnaim.Data/", StringComparison.Ordinal);

    /// <summary>Its content root: the folder with its settings, or the common folder where it has none.</summary>
    public string ContentRoot
    {
        get
        {
            var common = Path.GetDirectoryName(Assembly)!;
            var own = Path.Combine(common, "config", Code);
            return Directory.Exists(own) ? own : common;
        }
    }
}
