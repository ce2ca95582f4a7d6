namespace Cnaim.Cli.Transfer;

/// <summary>What can be taken along and sent, and the formats of each; the first is meant where the file's name does not say.</summary>
internal static class TransferKinds
{
    public const string Referrals = "referrals";

    public static IReadOnlyDictionary<string, ExportKind> Exports { get; } = new Dictionary<string, ExportKind>(StringComparer.Ordinal)
    {
        ["hsds"] = new("/api/directory/v1/export/hsds", []),
        ["capacity"] = new("/api/directory/v1/export/capacity", ["csv", "json"]),
        ["focal-points"] = new("/api/directory/v1/focal-points/export", ["csv", "json"]),
        [Referrals] = new("/api/{0}/v1/referrals/export", ["csv", "jsonl"]),
    };

    public static IReadOnlyDictionary<string, string> Imports { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["capacity"] = "/api/directory/v1/capacity/imports",
        ["focal-points"] = "/api/directory/v1/focal-points/imports",
    };
}

/// <summary>Where something is taken from.</summary>
/// <param name="Path">At the gateway; <c>{0}</c> is the office.</param>
/// <param name="Formats">Ends of a file's name and values of <c>format</c> alike; none where there is one form only.</param>
internal sealed record ExportKind(string Path, IReadOnlyList<string> Formats)
{
    /// <summary>The address for a file of this name.</summary>
    public Uri AddressFor(FileInfo file, string? office)
    {
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, Path, office);
        var end = file.Extension.TrimStart('.').ToLowerInvariant();
        return new Uri(Formats.Count == 0 ? path : $"{path}?format={(Formats.Contains(end, StringComparer.Ordinal) ? end : Formats[0])}", UriKind.Relative);
    }
}
