using Cnaim.Messaging;
using Cnaim.OfficeKit;
using Cnaim.OfficeKit.Cases;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Housing.Places;

internal static class PlaceEndpoints
{
    public static IServiceCollection AddPlaces(this IServiceCollection services)
    {
        services.AddOptions<PlaceOptions>().BindConfiguration("Places");
        services.TryAddScoped<PlaceStore>();
        services.TryAddScoped<FreeBeds>();
        services.AddScoped<IErasePersonData, EraseStays>();
        services.AddHostedService<OfferExpiry>();
        return services;
    }

    public static RouteGroupBuilder MapPlaces(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Places").RequireRight(Right.CasesChange);
        group.MapPost("", Create).WithName("Places_Create").WithSummary("Add a place with its beds").RequireIdempotencyKey();
        group.MapGet("", List).WithName("Places_List").WithSummary("The centre's places: beds, taken, waiting").RequireRight(Right.CasesRead);
        group.MapPost("/{placeId:guid}/bookings", Book).WithName("Places_Book").WithSummary("Book a bed, or wait for one").RequireIdempotencyKey();
        foreach (var action in new[] { "accept", "decline", "end" })
        {
            group.MapPost("/stays/{stayId:guid}/" + action, By(action)).WithName("Stays_" + action).WithSummary($"A stay: {action}").AcceptIdempotencyKey();
        }

        return group;
    }

    private static async Task<Results<Created<Place>, ProblemHttpResult>> Create(
        NewPlace body, Actor actor, [AsParameters] PlaceServices services, CancellationToken cancellationToken)
    {
        if (body.Name is not { Length: > 0 and <= 100 } || body.Capacity is < 1 or > 500)
        {
            return PlaceRefusals.InvalidPlace.ToProblem();
        }

        var place = new Place { PlaceId = Guid.CreateVersion7(services.Clock.GetUtcNow()), Name = body.Name, Capacity = body.Capacity };
        await services.Places.InsertAsync(place.PlaceId, actor.Centre, body, cancellationToken);
        services.Transaction.Audit(new AuditEntry { Action = "housing-place.created", RecordKind = "place", RecordId = place.PlaceId.ToString(), Actor = actor });
        return await services.Transaction.CommitAsync(TypedResults.Created((string?)null, place), cancellationToken);
    }

    private static async Task<Ok<IReadOnlyList<Place>>> List(Actor actor, PlaceStore places, CancellationToken cancellationToken) =>
        TypedResults.Ok(await places.ListAsync(actor.Centre, cancellationToken));

    private static async Task<Results<Ok<Booking>, ProblemHttpResult>> Book(
        Guid placeId, NewBooking body, Actor actor, [AsParameters] PlaceServices services, CancellationToken cancellationToken)
    {
        if (await services.Places.LockAsync(placeId, actor.Centre, cancellationToken) is not { } place)
        {
            return PlaceRefusals.PlaceNotFound.ToProblem();
        }

        if (await services.Places.CaseIsOpenAsync(body.CaseId, actor.Centre, cancellationToken) is not true)
        {
            return CaseRefusals.NotFound.ToProblem();
        }

        if (await services.Places.IsThereAsync(placeId, body.CaseId, cancellationToken))
        {
            return PlaceRefusals.AlreadyThere.ToProblem();
        }

        var booking = await BookAsync(placeId, body.CaseId, place, services, cancellationToken);
        services.Transaction.Audit(new AuditEntry { Action = $"housing-place.{booking.State}", RecordKind = "case", RecordId = body.CaseId.ToString(), Actor = actor });
        return await services.Transaction.CommitAsync(TypedResults.Ok(booking), cancellationToken);
    }

    private static async Task<Booking> BookAsync(Guid placeId, Guid caseId, LockedPlace place, PlaceServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        var bed = PlaceRules.FreeBed(place.Capacity, await services.Places.TakenBedsAsync(placeId, cancellationToken));
        if (bed is null || await services.Places.WaitingAsync(placeId, cancellationToken) > 0)
        {
            return new Booking("waiting", null, await services.Places.WaitAsync(placeId, caseId, now, cancellationToken));
        }

        var stay = new Stay { StayId = Guid.CreateVersion7(now), PlaceId = placeId, CaseId = caseId, Bed = bed.Value, State = "booked", Since = now };
        await services.Places.InsertStayAsync(stay, cancellationToken);
        await services.Transaction.EnqueueAsync(stay, place.Centre, now, cancellationToken);
        return new Booking("booked", stay, null);
    }

    private static Delegate By(string action) => async Task<Results<Ok<Stay>, ProblemHttpResult>> (
        Guid stayId, Actor actor, [AsParameters] PlaceServices services, CancellationToken cancellationToken) =>
    {
        var placeId = await services.Places.PlaceOfAsync(stayId, actor.Centre, cancellationToken);
        await services.Places.LockAsync(placeId ?? Guid.Empty, actor.Centre, cancellationToken);
        var now = services.Clock.GetUtcNow();
        var decision = PlaceRules.Answer(placeId is null ? null : await services.Places.LoadStayAsync(stayId, cancellationToken), action, now);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        await services.Places.SaveStayAsync(decision.Event, cancellationToken);
        await services.Transaction.EnqueueAsync(decision.Event, actor.Centre, now, cancellationToken);
        if (decision.Event.State is not "booked")
        {
            await services.Beds.OfferAsync(decision.Event.PlaceId, actor.Centre, decision.Event.Bed, cancellationToken);
        }

        services.Transaction.Audit(new AuditEntry { Action = $"housing-place.{decision.Event.State}", RecordKind = "stay", RecordId = stayId.ToString(), Actor = actor });
        return await services.Transaction.CommitAsync(TypedResults.Ok(decision.Event), cancellationToken);
    };
}
