using System.Globalization;
using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>S20: the office's appointments at this centre, of a day or a week; at closing, those who did not come in one go.</summary>
internal sealed class ListModel(TimeProvider clock) : CounterPage
{
    private const int DaysOfWeek = 7;

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public AppointmentList? List { get; private set; }

    /// <summary>Who waits for a time.</summary>
    public IReadOnlyList<Wish> Wishes { get; private set; } = [];

    public bool IsWeek => View is "week";

    public DateOnly First { get; private set; }

    public int Step => IsWeek ? DaysOfWeek : 1;

    public IReadOnlyList<DateOnly> Days => [.. Enumerable.Range(0, Step).Select(First.AddDays)];

    /// <summary>Whether somebody may be missing: the day has come.</summary>
    public bool CanClose => !IsWeek && First <= Words.DayOf(clock.GetUtcNow()) && List is { } list && list.Items.Any(item => item.AllowedActions.Contains("no-show", StringComparer.Ordinal));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var day = Day ?? Words.DayOf(clock.GetUtcNow());
        First = IsWeek ? day.AddDays(-(((int)day.DayOfWeek + 6) % DaysOfWeek)) : day; // weeks begin on Monday
        var answer = await Calls.GetAsync<AppointmentList>(Staff.Office, string.Create(CultureInfo.InvariantCulture, $"/v1/appointments?day={First:yyyy-MM-dd}&days={Step}"), cancellationToken);
        if (answer.Problem is { IsMissing: true } missing)
        {
            return Missing(missing);
        }

        List = answer.Value;
        Wishes = (await Calls.GetAsync<WishList>(Staff.Office, "/v1/appointment-wishes", cancellationToken)).Value?.Items ?? [];
        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<ClosedDay>(new ServiceRequest(Staff.Office, HttpMethod.Post, "/v1/appointments/close-day") { Body = new { day }, IdempotencyKey = FormKey }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("appt-closed");
            return LocalRedirect(Address(day, isWeek: false));
        }

        Errors.Add(answer.Problem, Words);
        Day = day;
        return await OnGetAsync(cancellationToken);
    }

    /// <summary>Gives the first of a list the time that is offered.</summary>
    public async Task<IActionResult> OnPostGiveAsync(Guid wish, string? slot, CancellationToken cancellationToken)
    {
        var time = Slot.Read(slot);
        var body = new { startsAt = time?.StartsAt, calendarId = time?.CalendarId };
        var answer = await Calls.SendAsync<Appointment>(new ServiceRequest(Staff.Office, HttpMethod.Post, $"/v1/appointment-wishes/{wish}/book") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("appt-booked");
            return LocalRedirect($"/appointments/{answer.Value.Id}/slip");
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(cancellationToken);
    }

    /// <summary>Takes somebody off the list.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(Guid wish, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<Wish>(new ServiceRequest(Staff.Office, HttpMethod.Post, $"/v1/appointment-wishes/{wish}/leave") { IdempotencyKey = FormKey }, cancellationToken);
        if (answer.Problem is null)
        {
            Tell("appt-left");
            return LocalRedirect("/appointments");
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(cancellationToken);
    }

    public static string Address(DateOnly day, bool isWeek) => string.Create(CultureInfo.InvariantCulture, $"/appointments?day={day:yyyy-MM-dd}{(isWeek ? "&view=week" : "")}");
}
