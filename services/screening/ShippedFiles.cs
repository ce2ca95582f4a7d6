namespace Cnaim.Screening;

/// <summary>The data files beside the program.</summary>
internal static class ShippedFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "config", "screening");
}
