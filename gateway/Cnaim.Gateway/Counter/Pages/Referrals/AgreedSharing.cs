using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Pages.People;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>What may be sent to an office, as far as the acting office can know it; the decision is screening's.</summary>
internal sealed record AgreedSharing
{
    public static readonly AgreedSharing Unknown = new();

    // Never sent unless somebody says so (domain.md section 3).
    private static readonly string[] OnlyWhenChosen = ["residence-status", "health", "safety"];

    public PersonProcess? Process { get; private init; }

    /// <summary>Whether screening gave no answer: what is sent waits for it.</summary>
    public bool IsSilent { get; private init; }

    /// <summary>Whether a consent for the office is known here.</summary>
    public bool IsKnown { get; private init; }

    /// <summary>Whether screening has just said no.</summary>
    public bool IsRefused { get; init; }

    /// <summary>What to choose from: what was agreed to, and without a consent that is known here everything that could be.</summary>
    public IReadOnlyList<string> Categories { get; private init; } = [];

    /// <summary>What is chosen at first.</summary>
    public IReadOnlyList<string> Usual { get; private init; } = [];

    /// <summary>What the last interview, or the referral before, says that the office can solve.</summary>
    public IReadOnlyList<string> Issues { get; private init; } = [];

    public static AgreedSharing Of(ServiceAnswer<PersonProcess> process, ServedRequest? asked, Referral? origin)
    {
        var known = new AgreedSharing { Process = process.Value, IsSilent = process.Problem is { IsSilent: true } };
        if (asked is null)
        {
            return known;
        }

        var agreed = (process.Value?.Consents ?? []).Where(consent => consent.Status is "active" && consent.Recipients.Contains(asked.Office, StringComparer.Ordinal))
            .SelectMany(consent => consent.Categories).ToHashSet(StringComparer.Ordinal);
        string[] categories = [.. NewConsentModel.AllCategories.Where(category => (agreed.Count == 0 || agreed.Contains(category)) && !(asked.IsStatusBlind && category is "residence-status"))];
        var usual = agreed.Count > 0 ? categories : categories.Intersect(origin?.Categories ?? ["identity", "contact"], StringComparer.Ordinal);
        return known with
        {
            IsKnown = agreed.Count > 0,
            Categories = categories,
            Usual = [.. usual.Except(OnlyWhenChosen, StringComparer.Ordinal)],
            Issues = process.Value is { Issues: { Count: > 0 } raised } ? [.. raised.Where(issue => issue.Offices.Contains(asked.Office, StringComparer.Ordinal)).Select(issue => issue.Code)] : origin?.Issues ?? [],
        };
    }
}
