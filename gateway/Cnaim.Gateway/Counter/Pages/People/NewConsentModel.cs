using System.Globalization;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Pages.Desks;
using Cnaim.Gateway.Counter.Pages.Referrals;
using Cnaim.Gateway.Counter.Pages.Screenings;
using Cnaim.Gateway.Counter.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S16 and S17 in one step: what the person agrees to is recorded, or that they do not, and the chosen referrals go out under it.</summary>
internal sealed class NewConsentModel(PersonTexts texts, CodeNames names, RequestBook requests, TimeProvider clock) : CounterPage
{
    public const string Refuse = "deny";
    public const string Look = "preview";

    /// <summary>A screening's consent is for what was found in it; the person may want more.</summary>
    public static readonly string[] MorePurposes = ["appointment", "translation", "statistics", "legal-claim"];

    public static readonly string[] AllCategories = ["identity", "contact", "household", "documents", "social", "employment", "education", "finance", "housing", "residence-status", "health", "safety"];

    public static readonly string[] Evidences = ["read-aloud", "signature", "recorded"];

    private static readonly int[] Months = [12, 6, 3];

    [BindProperty(SupportsGet = true)]
    public Guid? Screening { get; set; }

    /// <summary>The offices of the proposals that the person did not refuse; whom they agree to is asked anew.</summary>
    [BindProperty(SupportsGet = true)]
    public string[] Office { get; set; } = [];

    [BindProperty]
    public ConsentForm Form { get; set; } = new();

    /// <summary>The language in which it is explained; at first that of the screening, else the person's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>Where the consent was missing: one of our pages.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public IReadOnlyList<Choice> Languages => Words.Choices("Language", ReceptionModel.MostUsed.Append(Language ?? "por").Distinct(StringComparer.Ordinal));

    public PersonColumns Columns => texts.Columns(names.TagOf(Language ?? "por"));

    /// <summary>Nobody has reviewed the text that the person would read: somebody explains it, and is named.</summary>
    public bool NeedsInterpreter => Columns.Own is { IsDraft: true } or { IsMissing: true };

    public IReadOnlyList<Choice> Ends => [.. Months.Select(months => new Choice(months.ToString(CultureInfo.InvariantCulture), Words.Day(End(months))))];

    public Person Person { get; private set; } = null!;

    public Minority Minority => Minority.Of(Person.Birth, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    public IReadOnlyList<Choice> Speakers => [.. Minority.Speakers.Select(code => new Choice(code, Words.Code(code is ConsentForm.Self ? "GivenBy" : "Guardian", code)))];

    /// <summary>What each recipient would see of what is ticked.</summary>
    public SharedRecord? Preview { get; private set; }

    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    public IReadOnlyList<string> Offices { get; private set; } = [];

    /// <summary>Where all that is asked for has to be served without the residence status, nobody is asked for it.</summary>
    public IEnumerable<string> Categories => Proposals.Count > 0 && Proposals.SelectMany(proposal => proposal.Requests).All(code => requests.Find(code) is { IsStatusBlind: true })
        ? AllCategories.Where(category => category is not "residence-status")
        : AllCategories;

    private IEnumerable<Proposal> Agreed => Proposals.Where(proposal => Form.Recipient.Contains(proposal.Office, StringComparer.Ordinal));

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

        Language ??= Person.Languages is [var first, ..] ? first : null;
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

        if (Form.IsPreview)
        {
            return await PreviewAsync(personId, cancellationToken);
        }

        Form.Check(this, Errors, Words);
        if (!Errors.IsEmpty)
        {
            return Again();
        }

        var body = Form.Terms(personId, Language ?? "por", End(Form.Months), Offices);
        var consent = await Calls.SendAsync<Consent>(new ServiceRequest("screening", HttpMethod.Post, "/v1/consents") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        if (!consent.IsGood)
        {
            return Again(consent.Problem);
        }

        return Form.IsRefused ? Ended("consent-refuse", "/people/" + personId) : await ReferAsync(personId, cancellationToken);
    }

    private async Task<IActionResult> PreviewAsync(string personId, CancellationToken cancellationToken)
    {
        if (Form.Category.Length == 0)
        {
            Errors.Add(nameof(Form.Category), Words["Consent_CategoryMissing"]);
            return Again();
        }

        var query = string.Join('&', Form.Category.Select(category => "categories=" + ServiceCalls.Id(category)));
        var answer = await Calls.GetAsync<SharedRecord>("screening", $"/v1/people/{ServiceCalls.Id(personId)}/preview?{query}", cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Preview = answer.Value with { Book = await QuestionBook.ReadAsync(Calls, cancellationToken) };
        return Page();
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
                categories = Form.Category,
            };
            var referral = await Calls.SendAsync<Referral>(new ServiceRequest(Staff.Office, HttpMethod.Post, "/v1/referrals") { Body = body, IdempotencyKey = $"{FormKey}-{request}" }, cancellationToken);
            if (!referral.IsGood)
            {
                return Again(referral.Problem);
            }
        }

        return Agreed.Any() ? Ended("referral", "/referrals?direction=sent") : Ended("consent", ReturnTo is null ? "/people/" + personId : ReturnAddress.Of(ReturnTo));
    }

    private LocalRedirectResult Ended(string done, string next)
    {
        Tell(done);
        return LocalRedirect(next);
    }

    private DateTimeOffset End(int months) => clock.GetUtcNow().AddMonths(months);
}
