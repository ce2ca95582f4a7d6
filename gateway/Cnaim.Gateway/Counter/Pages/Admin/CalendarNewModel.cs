using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: lets a counter give appointments.</summary>
internal sealed class CalendarNewModel(TimeProvider clock) : CalendarForm
{
    [BindProperty]
    public string? Counter { get; set; }

    public IActionResult OnGet()
    {
        (Days, SlotMinutes, ValidFrom) = (Words.WeekDays[..5], "30", TypedDate.Of(Words.DayOf(clock.GetUtcNow())));
        return IsAllowed ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Counter))
        {
            Errors.Add("counter", Words["FieldWrong_counter"]);
        }

        if (Read(Counter?.Trim(), []) is not { } body)
        {
            return Again();
        }

        var answer = await Calls.SendAsync<AppointmentCalendar>(new ServiceRequest(Staff.Office, HttpMethod.Post, Path) { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Tell("admin-calendar");
        return LocalRedirect("/admin/calendars");
    }
}
