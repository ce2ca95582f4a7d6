using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Appointments, free times and calendars in the API of an office.</summary>
internal static class AppointmentEndpoints
{
    public static RouteGroupBuilder Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Appointments");
        group.MapGet("/slots", ReadSlots.Handle).WithName("Slots_List").WithSummary("Free times of this office at a centre").RequireRight(Right.AppointmentsRead);
        group.MapGet("/appointment-centres", ReadCentres.Handle).WithName("AppointmentCentres_List").WithSummary("The centres at which this office gives appointments, and the first free time at each")
            .RequireRight(Right.AppointmentsBookElsewhere);
        var referral = group.MapGroup("/referrals/{id:guid}").RequireRight(Right.AppointmentsBookByReferral);
        referral.MapGet("/slots", BookByReferral.Slots).WithName("ReferralSlots_List").WithSummary("Free times for the person of a referral that the caller sent and this office took")
            .ProducesProblem(StatusCodes.Status409Conflict);
        referral.MapPost("/appointments", BookByReferral.Book).WithName("ReferralAppointments_Book").WithSummary("Book one of them: the answer has the time and the code").RequireIdempotencyKey();
        MapAppointments(group.MapGroup("/appointments"));
        MapWishes(group.MapGroup("/appointment-wishes"));
        MapCalendars(group.MapGroup("/appointment-calendars"));
        return group;
    }

    private static void MapAppointments(RouteGroupBuilder group)
    {
        group.MapPost("", BookAppointment.Handle).WithName("Appointments_Book").WithSummary("Book a free time for a person").AnswersEntityVersion().RequireIdempotencyKey().RequireRight(Right.AppointmentsBook);
        group.MapGet("", ReadAppointments.List).WithName("Appointments_List").WithSummary("Appointments of a day, some days or a person").RequireRight(Right.AppointmentsRead);
        group.MapGet("/{id:guid}", ReadAppointments.Get).WithName("Appointments_Get").WithSummary("One appointment").AnswersEntityVersion().RequireRight(Right.AppointmentsRead);
        group.MapGet("/{id:guid}.ics", ReadAppointments.Export).WithName("Appointments_Export").WithSummary("One appointment for the person's calendar, without personal data")
            .Produces<string>(StatusCodes.Status200OK, "text/calendar").RequireRight(Right.AppointmentsRead);
        foreach (var action in AppointmentAction.All)
        {
            group.MapPost("/{id:guid}/" + action, MoveAppointment.By(action)).WithName("Appointments_" + action).WithSummary($"Move an appointment: {action}")
                .AcceptIdempotencyKey().RequireRight(Right.AppointmentsBook);
        }

        group.MapPost("/close-day", CloseDay.Handle).WithName("Appointments_CloseDay").WithSummary("Everybody who is still expected, and whose time is over, did not come")
            .AcceptIdempotencyKey().RequireRight(Right.AppointmentsBook);
        group.MapPost("/check-in", CheckIn.Handle).WithName("Appointments_CheckIn").WithSummary("A person has arrived with a code, today, at the caller's centre")
            .AnswersEntityVersion().AcceptIdempotencyKey().RequireRight(Right.AppointmentsCheckIn);
    }

    private static void MapWishes(RouteGroupBuilder group)
    {
        group.RequireRight(Right.AppointmentsBook);
        group.MapPost("", WaitForTime.Ask).WithName("AppointmentWishes_Ask").WithSummary("Put a person on the list of a centre that has no free time").RequireIdempotencyKey();
        group.MapGet("", WaitForTime.List).WithName("AppointmentWishes_List").WithSummary("Who waits for a time, in their order, without names; the first of each list with a time that is free now");
        group.MapPost("/{id:guid}/book", WaitForTime.Book).WithName("AppointmentWishes_Book").WithSummary("Give the first of a list a time").AnswersEntityVersion().AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/leave", WaitForTime.Leave).WithName("AppointmentWishes_Leave").WithSummary("Take a person off the list").AcceptIdempotencyKey();
    }

    private static void MapCalendars(RouteGroupBuilder group)
    {
        group.RequireRight(Right.AppointmentsManage);
        group.MapGet("", WriteCalendars.List).WithName("AppointmentCalendars_List").WithSummary("Who gives appointments at the caller's centre, and when");
        group.MapPost("", WriteCalendars.Add).WithName("AppointmentCalendars_Add").WithSummary("Let a counter or a member of staff give appointments").AnswersEntityVersion().RequireIdempotencyKey();
        group.MapPut("/{id:guid}", WriteCalendars.Change).WithName("AppointmentCalendars_Change").WithSummary("Change hours, length and absences; what is booked stays");
    }
}
