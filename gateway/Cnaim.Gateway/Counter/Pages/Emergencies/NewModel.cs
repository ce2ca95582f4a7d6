using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Pages.People;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Emergencies;

/// <summary>S13: opens a record for 60 minutes: of a person of this centre, or by the number on a card.</summary>
internal sealed class NewModel(TimeProvider clock) : EmergencyPage(clock)
{
    public static readonly string[] Reasons = ["danger-to-life", "danger-to-health", "child-in-danger", "missing-person", "violence"];

    /// <summary>The office's reference, where the way here was a record.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty]
    public string? ProcessNumber { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Person? Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        if (string.IsNullOrEmpty(Person))
        {
            return Page();
        }

        var answer = await Calls.GetAsync<Person>("screening", "/v1/people/" + ServiceCalls.Id(Person), cancellationToken);
        Known = answer.Value;
        return answer.IsGood ? Page() : Missing(answer.Problem);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var shown = await OnGetAsync(cancellationToken);
        if (!IsAllowed || (Known is null && !string.IsNullOrEmpty(Person)))
        {
            return shown;
        }

        Require(Known is null ? ProcessNumber : Person, nameof(ProcessNumber), "Emergency_NumberMissing");
        Require(Reason, nameof(Reason), "Emergency_ReasonMissing");
        Require(Note, nameof(Note), "Emergency_NoteMissing");
        if (!Errors.IsEmpty)
        {
            return Again();
        }

        var body = new { personId = Known?.Id, processNumber = Known is null ? ProcessNumber!.Trim().ToUpperInvariant() : null, reason = Reason, note = Note!.Trim() };
        var answer = await Calls.SendAsync<EmergencyAccess>(new ServiceRequest("screening", HttpMethod.Post, List) { Body = body, IdempotencyKey = FormKey, Purpose = "emergency" }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("emergency-open");
            return LocalRedirect($"/emergency-access/{answer.Value.Id}");
        }

        if (answer.Problem.Code is not "person-not-found")
        {
            return Again(answer.Problem);
        }

        Errors.Add(nameof(ProcessNumber), Words["Emergency_NumberUnknown"]);
        Key = null; // what is sent next is another wish
        return Again();
    }

    private void Require(string? given, string field, string missing)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            Errors.Add(field, Words[missing]);
        }
    }
}
