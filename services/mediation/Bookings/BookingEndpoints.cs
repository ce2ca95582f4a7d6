using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Mediation.Bookings;

internal static class BookingEndpoints
{
    public static IServiceCollection AddBookings(this IServiceCollection services)
    {
        services.TryAddScoped<BookingStore>();
        services.TryAddScoped<HoldMediator>();
        return services;
    }

    public static RouteGroupBuilder MapBookings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/bookings").WithTags("Bookings").RequireRight(Right.MediatorsBook);
        group.MapPost("", BookMediator.Handle).WithName("Bookings_Create").WithSummary("Book a mediator; without one the first in rank").AnswersEntityVersion().RequireIdempotencyKey();
        group.MapGet("", ReadBookings.List).WithName("Bookings_List").WithSummary("The counter's bookings in a period");
        group.MapGet("/{id:guid}", ReadBookings.Get).WithName("Bookings_Get").WithSummary("One booking").AnswersEntityVersion();
        foreach (var action in BookingAction.All)
        {
            group.MapPost("/{id:guid}/" + action, MoveBooking.AtCounter(action)).WithName("Bookings_" + action).WithSummary($"Move a booking: {action}").AcceptIdempotencyKey();
        }

        return group;
    }

    public static RouteGroupBuilder MapOwnBookings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/mediators/me").WithTags("My bookings").RequireRight(Right.MediatorsOwn)
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("", ReadOwn.Profile).WithName("OwnBookings_Profile").WithSummary("What is kept of the mediator who asks");
        group.MapGet("/rota", ReadOwn.Rota).WithName("OwnBookings_Rota").WithSummary("The mediator's hours and what of them is free");
        group.MapGet("/bookings", ReadOwn.Bookings).WithName("OwnBookings_List").WithSummary("The mediator's bookings in a period");
        foreach (var action in BookingAction.OfMediator)
        {
            group.MapPost("/bookings/{id:guid}/" + action, MoveBooking.ByMediator(action)).WithName("OwnBookings_" + action).WithSummary($"Move an own booking: {action}").AcceptIdempotencyKey();
        }

        return group;
    }
}
