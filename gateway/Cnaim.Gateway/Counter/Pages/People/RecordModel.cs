using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Pages.Desks;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S13: a person's record, as far as the acting office may see it.</summary>
internal sealed class RecordModel(CodeNames names) : CounterPage
{
    public PersonProcess Process { get; private set; } = null!;

    public Person Person => Process.Person;

    /// <summary>The language to ask an interpreter for; null where Portuguese is enough or nobody knows.</summary>
    public string? Spoken => Person.Languages.Where(language => language is not "por").Select(names.TagOf).FirstOrDefault();

    /// <summary>How many records may be of the same person; none where screening cannot tell now.</summary>
    public int Similar { get; private set; }

    public bool MayBreakGlass => Emergencies.EmergencyPage.IsFor(HttpContext, Staff);

    /// <summary>Whether the person is to be told something, when it is safe.</summary>
    public bool HasNotices { get; private set; }

    /// <summary>The ticket at this member's desk, where its visit is this person's or nobody's yet.</summary>
    public Ticket? Ticket { get; private set; }

    /// <summary>Languages that an interview may be held in: that of the ticket in hand first, then the most used.</summary>
    public IReadOnlyList<Choice> Languages => Words.Choices("Language", [.. ReceptionModel.MostUsed.Prepend(Ticket?.Language ?? "por").Distinct(StringComparer.Ordinal)]);

    public async Task<IActionResult> OnGetAsync(string personId, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<PersonProcess>("screening", $"/v1/people/{ServiceCalls.Id(personId)}/process", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Process = answer.Value;
        var similar = Calls.GetAsync<Candidates>("screening", $"/v1/people/{ServiceCalls.Id(personId)}/duplicates", cancellationToken);
        var notices = Calls.GetAsync<Notices>("screening", $"/v1/people/{ServiceCalls.Id(personId)}/notices", cancellationToken);
        Ticket = await InHandAsync(cancellationToken);
        HasNotices = (await notices).Value?.Items.Any(notice => notice.GivenAt is null) is true;
        Similar = (await similar).Value?.Items.Count ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostTicketAsync(string personId, Guid ticket, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<Ticket>(new ServiceRequest("reception", HttpMethod.Put, $"/v1/tickets/{ticket}/person") { Body = new { personId } }, cancellationToken);
        if (answer.Problem is { } problem)
        {
            Errors.Add(problem, Words);
            return await OnGetAsync(personId, cancellationToken);
        }

        Tell("linked");
        return LocalRedirect("/people/" + ServiceCalls.Id(personId));
    }

    public async Task<IActionResult> OnPostInterviewAsync(string personId, string? language, CancellationToken cancellationToken)
    {
        var body = new { personId, language = language ?? "por", channel = "counter" };
        var answer = await Calls.SendAsync<Screenings.Interview>(new ServiceRequest("screening", HttpMethod.Post, "/v1/interviews") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        if (answer.IsGood)
        {
            return LocalRedirect(Screenings.InterviewStyle.AddressOf(HttpContext, answer.Value.Id));
        }

        Errors.Add(answer.Problem, Words);
        return await OnGetAsync(personId, cancellationToken);
    }

    // Without the desk the record is shown as well: this is a convenience and no more.
    private async Task<Ticket?> InHandAsync(CancellationToken cancellationToken)
    {
        if (DeskInHand.Of(HttpContext) is not { } desk || (await Calls.GetAsync<Desk>("reception", "/v1/desks/" + desk, cancellationToken)).Value?.Current is not { } current)
        {
            return null;
        }

        var ticket = (await Calls.GetAsync<Ticket>("reception", $"/v1/tickets/{current.Id}", cancellationToken)).Value;
        return ticket is { PersonId: var whose } && (whose is null || string.Equals(whose, Person.Id, StringComparison.Ordinal)) ? ticket : null;
    }
}
