using System.Globalization;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Pages.Desks;
using Cnaim.Gateway.Counter.Pages.Referrals;
using Cnaim.Gateway.Counter.Pages.Screenings;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S16 and S17 in one step: what the person agrees to is recorded, and the chosen referrals go out under it.</summary>
internal sealed class NewConsentModel : CounterPage
{
    public static readonly string[] AllCategories = ["identity", "contact", "household", "documents", "social", "employment", "education", "finance", "housing", "residence-status", "health", "safety"];

    public static readonly string[] Evidences = ["read-aloud", "signature", "recorded"];

    [BindProperty(SupportsGet = true)]
    public Guid? Screening { get; set; }

    /// <summary>The offices of the proposals that the person did not refuse; whom they agree to is asked anew.</summary>
    [BindProperty(SupportsGet = true)]
    public string[] Office { get; set; } = [];

    [BindProperty]
    public string[] Recipient { get; set; } = [];

    [BindProperty]
    public string[] Category { get; set; } = [];

    [BindProperty]
    public string? Evidence { get; set; }

    /// <summary>The language in which it was explained; at first that of the screening.</summary>
    [BindProperty]
    public string? Language { get; set; }

    /// <summary>Where the consent was missing: one of our pages.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public IReadOnlyList<Choice> Languages => Words.Choices("Language", ReceptionModel.MostUsed.Append(Language ?? "por").Distinct(StringComparer.Ordinal));

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    private IEnumerable<Proposal> Agreed => Proposals.Where(proposal => Recipient.Contains(proposal.Office, StringComparer.Ordinal));

    public IReadOnlyList<string> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string personId, CancellationToken cancellationToken)
    {
        var person = await Calls.GetAsync<Person>("screening", $"/v1/people/{ServiceCalls.Id(personId)}", cancellationToken);
        if (!person.IsGood)
        {
            return Missing(person.Problem);
        }

        Person = person.Value;
        if (Screening is { } screening)
        {
            Language ??= (await Calls.GetAsync<Interview>("screening", $"/v1/interviews/{screening}", cancellationToken)).Value?.Language;
            var assessment = await Calls.SendAsync<Assessment>(new ServiceRequest("screening", HttpMethod.Post, $"/v1/interviews/{screening}/assessment"), cancellationToken);
            Proposals = [.. (assessment.Value?.Referrals ?? []).Where(proposal => Office.Contains(proposal.Office, StringComparer.Ordinal))];
        }

        Offices = Proposals.Count > 0 ? [.. Proposals.Select(proposal => proposal.Office)] : HttpContext.RequestServices.GetRequiredService<OfficeCodes>().All;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string personId, CancellationToken cancellationToken)
    {
        var shown = await OnGetAsync(personId, cancellationToken);
        if (Person is null)
        {
            return shown;
        }

        Require(Recipient, nameof(Recipient), "Consent_OfficeMissing");
        Require(Category, nameof(Category), "Consent_CategoryMissing");
        Require(Evidence is null ? [] : [Evidence], nameof(Evidence), "Consent_EvidenceMissing");
        if (!Errors.IsEmpty)
        {
            return Again();
        }

        var consent = await Calls.SendAsync<Consent>(new ServiceRequest("screening", HttpMethod.Post, "/v1/consents") { Body = Terms(personId), IdempotencyKey = FormKey }, cancellationToken);
        return consent.IsGood ? await ReferAsync(personId, cancellationToken) : Again(consent.Problem);
    }

    private async Task<IActionResult> ReferAsync(string personId, CancellationToken cancellationToken)
    {
        foreach (var (proposal, request) in Agreed.SelectMany(proposal => proposal.Requests.Select(request => (proposal, request))))
        {
            var body = new
            {
                personId,
                receiver = new { office = proposal.Office, centre = Staff.Centre },
                request,
                issues = proposal.ForIssues,
                priority = proposal.Priority,
                categories = Category,
            };
            var referral = await Calls.SendAsync<Referral>(new ServiceRequest(Staff.Office, HttpMethod.Post, "/v1/referrals") { Body = body, IdempotencyKey = $"{FormKey}-{request}" }, cancellationToken);
            if (!referral.IsGood)
            {
                return Again(referral.Problem);
            }
        }

        var isReferred = Agreed.Any();
        Tell(isReferred ? "referral" : "consent");
        return LocalRedirect(isReferred ? "/referrals?direction=sent" : ReturnTo is null ? "/people/" + personId : ReturnAddress.Of(ReturnTo));
    }

    private object Terms(string personId) => new
    {
        personId,
        recipients = Recipient,
        purposes = new[] { "resolve-issue" },
        categories = Category,
        validTo = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        language = Language ?? "por",
        evidence = Evidence,
    };

    private void Require(string[] given, string field, string missing)
    {
        if (given.Length == 0)
        {
            Errors.Add(field, Words[missing]);
        }
    }
}
