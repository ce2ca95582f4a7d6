using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Pages.People;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>S20: a free time for a person; the first one is one button away.</summary>
internal sealed class NewModel : SlotPage
{
    public static readonly string[] Channels = ["in-person", "telephone", "video"];

    [BindProperty(Name = "person", SupportsGet = true)]
    public string PersonId { get; set; } = "";

    [BindProperty(Name = "case", SupportsGet = true)]
    public Guid? CaseId { get; set; }

    [BindProperty]
    public string Channel { get; set; } = Channels[0];

    [BindProperty]
    public string? Interpreter { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>Where else this office gives appointments.</summary>
    public IReadOnlyList<AppointmentCentre> Elsewhere { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var person = await Calls.GetAsync<Person>("screening", $"/v1/people/{ServiceCalls.Id(PersonId)}", cancellationToken);
        if (!person.IsGood)
        {
            return Missing(person.Problem);
        }

        Person = person.Value;
        var centres = Calls.GetAsync<AppointmentCentreList>(Staff.Office, "/v1/appointment-centres", cancellationToken);
        if (!await LoadSlotsAsync(cancellationToken))
        {
            return NotFound();
        }

        Elsewhere = [.. ((await centres).Value?.Items ?? []).Where(centre => !string.Equals(centre.Centre, Place, StringComparison.Ordinal))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Chosen() is { } slot)
        {
            var body = new
            {
                personId = PersonId,
                centre = Place,
                startsAt = slot.StartsAt,
                calendarId = slot.CalendarId,
                caseId = CaseId,
                channel = Channel,
                interpreter = Interpreter is "yes",
            };
            var answer = await Calls.SendAsync<Appointment>(new ServiceRequest(Staff.Office, HttpMethod.Post, "/v1/appointments") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
            if (answer.IsGood)
            {
                Tell("appt-booked");
                return LocalRedirect($"/appointments/{answer.Value.Id}/slip");
            }

            Errors.Add(answer.Problem, Words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(cancellationToken);
    }

    /// <summary>Puts the person on the list of a centre that has no free time.</summary>
    public async Task<IActionResult> OnPostWaitAsync(CancellationToken cancellationToken)
    {
        var body = new { personId = PersonId, centre = Place, caseId = CaseId };
        var answer = await Calls.SendAsync<Wish>(new ServiceRequest(Staff.Office, HttpMethod.Post, "/v1/appointment-wishes") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("appt-waiting");
            return LocalRedirect("/people/" + ServiceCalls.Id(PersonId));
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(cancellationToken);
    }

    /// <summary>The address of this page for another day.</summary>
    public string Address(DateOnly day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Address(Place)}&day={day:yyyy-MM-dd}#other");

    /// <summary>The address of this page for another centre.</summary>
    public string Address(string centre) => $"/appointments/new?person={PersonId}{(CaseId is { } caseId ? $"&case={caseId}" : "")}&centre={ServiceCalls.Id(centre)}";
}
