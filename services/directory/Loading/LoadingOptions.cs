namespace Cnaim.Directory.Loading;

/// <summary>Where the documents lie (section Loading).</summary>
internal sealed class LoadingOptions
{
    /// <summary>Folder of the documents; by default beside the program.</summary>
    public string Folder { get; set; } = Path.Combine(AppContext.BaseDirectory, "config", "directory", "data");
}
