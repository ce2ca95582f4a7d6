using System.Text.Json;

namespace Cnaim.FamilyReunification.Dossiers;

/// <summary>The dated amounts and shares of the means test; data with its legal basis, embedded or replaced by <c>MeansTest:File</c>.</summary>
internal sealed record ReferenceAmounts
{
    public required string LegalBasis { get; init; }

    public required int FirstAdultPercent { get; init; }

    public required int FurtherAdultPercent { get; init; }

    public required int ChildPercent { get; init; }

    public required List<ReferenceAmount> MinimumMonthlyWage { get; init; }

    public static ReferenceAmounts Load(IConfiguration configuration)
    {
        using var stream = configuration["MeansTest:File"] is { } file
            ? File.OpenRead(file)
            : typeof(ReferenceAmounts).Assembly.GetManifestResourceStream("Data/reference-amounts.json") ?? throw new InvalidOperationException("The build did not embed reference-amounts.json.");
        return JsonSerializer.Deserialize<ReferenceAmounts>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The reference amounts are empty.");
    }

    /// <summary>The wage in force on a date; null before the first.</summary>
    public ReferenceAmount? On(DateOnly date) => MinimumMonthlyWage.Where(amount => amount.From <= date).MaxBy(amount => amount.From);
}
