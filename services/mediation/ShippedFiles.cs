namespace Cnaim.Mediation;

/// <summary>The data files beside the program.</summary>
internal static class ShippedFiles
{
    public static string At(string name) => Path.Combine(AppContext.BaseDirectory, "config", "mediation", name);
}
