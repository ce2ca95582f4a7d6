using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Pages.People;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>S17: which service, then where, how urgent and what it may know. With <c>partOf</c> a received referral goes onward, with <c>basedOn</c> one that ended is tried again.</summary>
internal sealed class NewModel(RequestBook book) : CounterPage
{
    private static readonly string[] Priorities = ["routine", "urgent", "emergency"];

    [BindProperty(SupportsGet = true)]
    public string PersonId { get; set; } = "";

    /// <summary>The code of what is asked for; without one the page asks.</summary>
    [BindProperty(Name = "request", SupportsGet = true)]
    public string? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? PartOf { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? BasedOn { get; set; }

    /// <summary>A centre, or <see cref="Receivers.Open"/>.</summary>
    [BindProperty]
    public string? Receiver { get; set; }

    /// <summary>The municipality that an open one is for.</summary>
    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public string? Priority { get; set; }

    [BindProperty(Name = "categories")]
    public string[] Category { get; set; } = [];

    [BindProperty(Name = "issues")]
    public string[] Issue { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Null where screening is silent, or knows the person at another counter of the office only.</summary>
    public Person? Person => Consent.Process?.Person;

    public ServedRequest? Asked => book.Find(Service);

    /// <summary>The referral that this one follows.</summary>
    public Referral? Origin { get; private set; }

    public Receivers Receivers { get; private set; } = Receivers.None;

    public AgreedSharing Consent { get; private set; } = AgreedSharing.Unknown;

    /// <summary>An open referral of the person for the same.</summary>
    public Referral? Existing { get; private set; }

    public IReadOnlyList<Choice> Services => [new Choice("", ""), .. book.All.Select(request => new Choice(request.Code, $"{Words.Office(request.Office)}: {Words.Code("Request", request.Code)}")).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];

    public IReadOnlyList<Choice> PriorityChoices => [.. Priorities.Select(code => new Choice(code, Words.Code("Priority", code), Receivers.Soon(code, Words)))];

    /// <summary>Back to here, after the consent was recorded.</summary>
    public string Here => $"/people/{PersonId}/referrals/new" + Microsoft.AspNetCore.Http.QueryString.Create(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["request"] = Service, ["partOf"] = PartOf?.ToString(), ["basedOn"] = BasedOn?.ToString() }.Where(pair => pair.Value is not null));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } missing)
        {
            return missing;
        }

        if (Asked is null && Request.Query.ContainsKey("request"))
        {
            Errors.Add("request", Words["NewReferral_ServiceMissing"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        (Priority, Receiver, Category) = (Origin?.Priority ?? Priorities[0], Receivers.Choices is [var nearest, ..] ? nearest.Value : null, [.. Consent.Usual]);
        Issue = [.. Consent.Issues];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Asked is null)
        {
            return await OnGetAsync(cancellationToken);
        }

        Require(Receiver, "receiver", "NewReferral_ReceiverMissing");
        Require(Category.FirstOrDefault(), "categories", "Consent_CategoryMissing");
        Existing = await OpenOneAsync(cancellationToken);
        if (Existing is not null)
        {
            Errors.Add(null, Words["NewReferral_Exists"]);
        }

        if (Errors.IsEmpty)
        {
            var answer = await Calls.SendAsync<Referral>(new ServiceRequest(Staff.Office, HttpMethod.Post, "/v1/referrals") { Body = Body(), IdempotencyKey = FormKey }, cancellationToken);
            if (answer.IsGood)
            {
                Tell(answer.Value.Status is "draft" ? "referral" : "send");
                return LocalRedirect($"/referrals/{answer.Value.Id}");
            }

            Explain(answer.Problem);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await LoadAsync(cancellationToken) ?? Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((PartOf ?? BasedOn) is { } from)
        {
            Origin = (await Calls.GetAsync<Referral>(Staff.Office, $"/v1/referrals/{from}", cancellationToken)).Value;
            if (!string.Equals(Origin?.PersonId, PersonId, StringComparison.OrdinalIgnoreCase) || Origin!.IsReceived != PartOf.HasValue)
            {
                return NotFound();
            }

            Service = BasedOn is null ? Service : Origin.Request;
        }

        var process = await Calls.GetAsync<PersonProcess>("screening", $"/v1/people/{ServiceCalls.Id(PersonId)}/process", cancellationToken);
        if (process.Problem is { IsSilent: false } hidden && (Origin is null || !hidden.IsMissing))
        {
            return Missing(hidden);
        }

        Consent = AgreedSharing.Of(process, Asked, Origin);
        if (Asked is { } asked)
        {
            Receivers = await Receivers.FindAsync(Calls, Words, asked, Staff, cancellationToken);
            Existing ??= await OpenOneAsync(cancellationToken);
        }

        return null;
    }

    private async Task<Referral?> OpenOneAsync(CancellationToken cancellationToken)
    {
        var query = $"direction=sent&status=draft,requested,accepted,in-progress,on-hold&limit=1&request={ServiceCalls.Id(Service!)}&personId={ServiceCalls.Id(PersonId)}";
        return (await Calls.GetAsync<ReferralList>(Staff.Office, "/v1/referrals?" + query, cancellationToken)).Value is { Items: [var open, ..] } ? open : null;
    }

    private object Body() => new
    {
        personId = PersonId,
        receiver = Receiver is Receivers.Open ? null : new { office = Asked!.Office, centre = Receiver },
        open = Receiver is Receivers.Open ? new { area = Area } : null,
        request = Service,
        issues = Issue,
        priority = Priority ?? Priorities[0],
        categories = Category,
        basedOn = BasedOn,
        partOf = PartOf,
        note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
    };

    private void Require(string? given, string field, string missing)
    {
        if (string.IsNullOrEmpty(given))
        {
            Errors.Add(field, Words[missing]);
        }
    }

    // M13 says what is not agreed to, and by whom it would be known.
    private void Explain(ServiceProblem problem)
    {
        if (problem.Code is "consent-missing")
        {
            Consent = Consent with { IsRefused = true };
            Errors.Add("categories", Words.Format("Msg_M13", string.Join(", ", Category.Select(category => Words.Code("Category", category))), Words.Office(Asked!.Office)));
        }
        else if (problem.Errors?.Keys.FirstOrDefault(field => field.StartsWith("open", StringComparison.Ordinal)) is not null)
        {
            Errors.Add("receiver", Words["NewReferral_NotOpen"]);
        }
        else
        {
            Errors.Add(problem, Words);
        }
    }
}
