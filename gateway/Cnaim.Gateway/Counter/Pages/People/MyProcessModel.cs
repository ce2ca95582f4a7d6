using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Pages.Desks;
using Cnaim.Gateway.Counter.Pages.Referrals;
using Cnaim.Gateway.Counter.Pages.Screenings;
using Cnaim.Gateway.Counter.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S25: what happens next, printed for the person. The neutral version names no office; whoever is protected gets it unless the other is asked for.</summary>
internal sealed class MyProcessModel(PersonTexts texts, CodeNames names, TimeProvider clock) : CounterPage
{
    private static readonly string[] Open = ["requested", "accepted", "in-progress", "on-hold"];

    /// <summary>The language of the second column; the person's own where nothing else is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Lang { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Neutral { get; set; }

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<SentOn> Steps { get; private set; } = [];

    public IReadOnlyList<string> Documents { get; private set; } = [];

    public IReadOnlyList<Consent> Consents { get; private set; } = [];

    public IReadOnlyList<CentreHours> Places { get; private set; } = [];

    /// <summary>Panels whose service did not answer: they are left out, and the page says so.</summary>
    public bool IsIncomplete { get; private set; }

    public PersonColumns Columns => texts.Columns(Lang);

    public bool IsNeutral => Neutral ?? Person.IsProtected;

    public DateTimeOffset At => clock.GetUtcNow();

    public IReadOnlyList<Choice> Languages => [.. Words.Choices("Tongue", ["pt", .. ReceptionModel.WithPhrases]).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];

    public async Task<IActionResult> OnGetAsync(string personId, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<PersonProcess>("screening", $"/v1/people/{ServiceCalls.Id(personId)}/process", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Person = answer.Value.Person;
        Lang ??= Person.Languages.Where(language => language is not "por").Select(names.TagOf).FirstOrDefault();
        Steps = [.. answer.Value.Referrals.Where(referral => Open.Contains(referral.Status, StringComparer.Ordinal))];
        Consents = [.. answer.Value.Consents.Where(consent => consent.Status is "active")];
        var documents = DocumentsAsync(answer.Value, cancellationToken);
        var places = PlacesAsync(cancellationToken);
        (Documents, Places) = (await documents, await places);
        return Page();
    }

    // What the rules of the last interview say of the offices that are concerned.
    private async Task<IReadOnlyList<string>> DocumentsAsync(PersonProcess process, CancellationToken cancellationToken)
    {
        if (Steps.Count == 0 || process.Interviews.MaxBy(interview => interview.UpdatedAt) is not { } last)
        {
            return [];
        }

        var answer = await Calls.SendAsync<Assessment>(new ServiceRequest("screening", HttpMethod.Post, $"/v1/interviews/{last.Id}/assessment"), cancellationToken);
        IsIncomplete |= answer.Problem is { IsSilent: true };
        return [.. (answer.Value?.Referrals ?? []).Where(proposal => Steps.Any(step => string.Equals(step.Office, proposal.Office, StringComparison.Ordinal)))
            .SelectMany(proposal => proposal.Documents).Distinct(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<CentreHours>> PlacesAsync(CancellationToken cancellationToken)
    {
        if (Steps.Count == 0)
        {
            return [];
        }

        var sent = await Calls.GetAsync<ReferralList>(Staff.Office, "/v1/referrals?direction=sent&limit=100", cancellationToken);
        IsIncomplete |= sent.Problem is { IsSilent: true };
        var codes = (sent.Value?.Items ?? []).Where(referral => Steps.Any(step => step.ReferralId == referral.Id)).Select(referral => referral.Receiver?.Centre).OfType<string>().Distinct(StringComparer.Ordinal);
        var centres = await Task.WhenAll(codes.Select(code => Calls.GetAsync<CentreHours>("directory", "/v1/centres/" + ServiceCalls.Id(code), cancellationToken)));
        IsIncomplete |= centres.Any(centre => centre.Problem is { IsSilent: true });
        return [.. centres.Select(centre => centre.Value).OfType<CentreHours>()];
    }
}

/// <summary>A centre, and when it is open.</summary>
internal sealed record CentreHours(string Code, string Name, IReadOnlyList<OpenOn> OpeningHours);

/// <summary>Hours of some days of the week.</summary>
internal sealed record OpenOn(IReadOnlyList<string> Days, string Opens, string Closes);
