using System.Text.Json;

namespace Cnaim.Screening.Disclosures;

/// <summary>A law on which something is disclosed without consent; data in <c>statutory-grounds.json</c>.</summary>
internal sealed record StatutoryGround
{
    public required string Code { get; init; }

    /// <summary>The law as it is cited, also to the person.</summary>
    public required string LegalBasis { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null while in force.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Office codes, or <c>*</c> for every office.</summary>
    public required string[] Senders { get; init; }

    public required string Receiver { get; init; }

    public required string[] Requests { get; init; }

    public required string[] Purposes { get; init; }

    public required string[] Categories { get; init; }

    /// <summary>True when it covers certain minors only.</summary>
    public required bool MinorsOnly { get; init; }

    /// <summary>How long a permit on this ground lasts.</summary>
    public required int Days { get; init; }

    /// <summary>True when the law covers what a sender asks; the categories are narrowed, never widened.</summary>
    public bool Covers(DisclosureQuestion question, string sender, DateOnly today) =>
        ValidFrom <= today
        && (ValidTo is null || ValidTo >= today)
        && (Senders.Contains("*", StringComparer.Ordinal) || Senders.Contains(sender, StringComparer.Ordinal))
        && string.Equals(Receiver, question.ReceiverOffice, StringComparison.Ordinal)
        && Requests.Contains(question.Request, StringComparer.Ordinal)
        && Purposes.Contains(question.Purpose, StringComparer.Ordinal);
}

/// <summary>The statutory grounds in <c>statutory-grounds.json</c>.</summary>
internal sealed class StatutoryGrounds
{
    private readonly Dictionary<string, StatutoryGround> _byCode;

    /// <summary>Reads and checks them; an office that nothing may reach without the person's own request is no receiver.</summary>
    public StatutoryGrounds(string folder, IReadOnlyCollection<string> firewalled)
        : this(JsonSerializer.Deserialize<GroundsFile>(File.ReadAllBytes(Path.Combine(folder, "statutory-grounds.json")), JsonSerializerOptions.Web)!.Grounds, firewalled)
    {
    }

    public StatutoryGrounds(IEnumerable<StatutoryGround> grounds, IReadOnlyCollection<string> firewalled)
    {
        _byCode = grounds.ToDictionary(ground => ground.Code, StringComparer.Ordinal);
        if (_byCode.Values.FirstOrDefault(ground => firewalled.Contains(ground.Receiver, StringComparer.Ordinal)) is { } wrong)
        {
            throw new InvalidOperationException($"statutory-grounds.json: '{wrong.Code}' discloses to an office that learns nothing without the person's own request.");
        }
    }

    public IReadOnlyCollection<StatutoryGround> All => _byCode.Values;

    public StatutoryGround? Find(string code) => _byCode.GetValueOrDefault(code);

    private sealed record GroundsFile(StatutoryGround[] Grounds);
}
