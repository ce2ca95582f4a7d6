using Cnaim.Messaging;
using Cnaim.OfficeKit.Cases;
using Cnaim.OfficeKit.Hosting;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>The list of who waits for a time at a centre: when one becomes free, the first is offered it.</summary>
internal static class WaitForTime
{
    private const string Kind = "appointment-wish";
    private const int Most = 200;

    /// <summary>Puts a person on the list of a centre that has no free time.</summary>
    public static async Task<Results<Created<WishResource>, ProblemHttpResult>> Ask(
        NewAppointment body, Actor actor, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var centre = body.Centre ?? actor.Centre;
        var now = services.Clock.GetUtcNow();
        var file = body.CaseId is { } caseId ? await services.Cases.FindAsync(caseId, services.Records.Of(actor), cancellationToken) : null;
        if (BookAppointment.Check(body with { StartsAt = now }, file, services.HasCentre(actor, centre)) is { Any: true } errors)
        {
            return AppointmentRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        if (await services.Slots.NextAsync(centre, now, length: null, cancellationToken) is { Count: > 0 } free)
        {
            return AppointmentRefusals.TimesAreFree(free).ToProblem();
        }

        var wish = New(body, centre, file, actor, now);
        if (!await services.Wishes.InsertAsync(wish, cancellationToken))
        {
            return AppointmentRefusals.Waiting.ToProblem();
        }

        services.Records.NameOwn(wish.WishId, actor);
        services.Transaction.Audit(Entry("asked", wish, actor));
        var places = await services.Wishes.PlacesAsync([centre], cancellationToken);
        var resource = WishResource.Of(wish, places.GetValueOrDefault(wish.WishId), offer: null);
        return await services.Transaction.CommitAsync(TypedResults.Created((Uri?)null, resource), cancellationToken);
    }

    /// <summary>Who waits, in their order; the first of each centre with a time that is free now.</summary>
    public static async Task<Ok<WishList>> List(Actor actor, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var rows = await services.Wishes.ListAsync(services.Records.Of(actor), Most, cancellationToken);
        var centres = rows.Select(row => row.Centre).Distinct(StringComparer.Ordinal).ToList();
        var places = await services.Wishes.PlacesAsync(centres, cancellationToken);
        var free = new Dictionary<string, SlotResource?>(StringComparer.Ordinal);
        foreach (var centre in centres)
        {
            free[centre] = await services.Slots.NextAsync(centre, services.Clock.GetUtcNow(), length: null, cancellationToken) is [var first, ..] ? first : null;
        }

        services.Transaction.Audit(PageAudit.Of(Kind, [.. rows.Select(row => row.WishId).OrderDescending()], actor));
        await services.Transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new WishList([.. rows.Select(row => places.GetValueOrDefault(row.WishId) is var place ? WishResource.Of(row, place, place is 1 ? free[row.Centre] : null) : null!)]));
    }

    /// <summary>Gives the first of a list a time; nobody is passed over.</summary>
    public static async Task<Results<Ok<AppointmentResource>, ProblemHttpResult>> Book(
        Guid id, GivenTime body, Actor actor, HttpResponse response, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        if (await services.Wishes.LockAsync(id, services.Records.Of(actor), cancellationToken) is not { } wish)
        {
            return AppointmentRefusals.NotFound.ToProblem();
        }

        if ((await services.Wishes.PlacesAsync([wish.Centre], cancellationToken)).GetValueOrDefault(id) is not 1)
        {
            return AppointmentRefusals.NotFirst.ToProblem();
        }

        var file = wish.CaseId is { } caseId ? await services.Cases.FindAsync(caseId, services.Records.Of(actor), cancellationToken) : null;
        var wanted = Wanted(wish, body);
        if (BookAppointment.Check(wanted, file, services.HasCentre(actor, wish.Centre)) is { Any: true } errors)
        {
            return AppointmentRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        var booked = await BookAppointment.BookAsync(wanted, file, actor, services, cancellationToken);
        if (!booked.IsAccepted)
        {
            return booked.Refusal.ToProblem();
        }

        await services.Wishes.DeleteAsync(id, cancellationToken);
        response.SetEntityVersion(booked.Event.Version);
        var resource = AppointmentResource.Of(booked.Event, await services.NoShowsAsync(booked.Event, cancellationToken));
        return await services.Transaction.CommitAsync(TypedResults.Ok(resource), cancellationToken);
    }

    /// <summary>Takes a person off the list.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Leave(Guid id, Actor actor, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        if (await services.Wishes.LockAsync(id, services.Records.Of(actor), cancellationToken) is not { } wish)
        {
            return AppointmentRefusals.NotFound.ToProblem();
        }

        await services.Wishes.DeleteAsync(id, cancellationToken);
        services.Transaction.Audit(Entry("left", wish, actor));
        return await services.Transaction.CommitAsync(TypedResults.NoContent(), cancellationToken);
    }

    private static AppointmentWish New(NewAppointment body, string centre, CaseFile? file, Actor actor, DateTimeOffset now) => new()
    {
        WishId = Guid.CreateVersion7(now),
        Centre = centre,
        AskedCentre = actor.Centre,
        PersonRef = body.PersonId!,
        CaseId = file?.CaseId,
        ReferralId = file?.ReferralId,
        Channel = body.Channel ?? AppointmentCodes.Channels[0],
        Language = body.Language,
        Interpreter = body.Interpreter,
        AskedAt = now,
    };

    private static NewAppointment Wanted(AppointmentWish wish, GivenTime time) => new()
    {
        PersonId = wish.PersonRef,
        StartsAt = time.StartsAt,
        CalendarId = time.CalendarId,
        Centre = wish.Centre,
        CaseId = wish.CaseId,
        Channel = wish.Channel,
        Language = wish.Language,
        Interpreter = wish.Interpreter,
    };

    private static AuditEntry Entry(string what, AppointmentWish wish, Actor actor) => new() { Action = $"{Kind}.{what}", RecordKind = "person", RecordId = wish.PersonRef, Actor = actor };
}
