using Cnaim.OfficeKit.Hosting;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Free times, at any centre of this office: nothing about a person.</summary>
internal static class ReadSlots
{
    private const int Most = 500;
    private const int UsualDays = 14;
    private const int MostDays = 62;

    public static async Task<Results<Ok<SlotList>, ProblemHttpResult>> Handle(
        string? centre, DateTimeOffset? from, DateTimeOffset? to, int? length, Actor actor, [AsParameters] AppointmentServices services, CancellationToken cancellationToken)
    {
        var (place, start) = (centre ?? actor.Centre, (from ?? services.Clock.GetUtcNow()).ToUniversalTime());
        var end = to?.ToUniversalTime() ?? start.AddDays(UsualDays);
        var errors = new Errors();
        errors.Require(services.HasCentre(actor, place), "centre", "There is no such centre.");
        errors.Require(end > start && end - start <= TimeSpan.FromDays(MostDays), "to", "After 'from', and at most 62 days.");
        errors.Require(length is null or (>= 5 and <= 240), "length", "Minutes, from 5 to 240.");
        if (errors.Any)
        {
            return OfficeRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        var minutes = length is { } wanted ? TimeSpan.FromMinutes(wanted) : (TimeSpan?)null;
        return TypedResults.Ok(await FindAsync(place, new SlotQuery(start, end, minutes), services, cancellationToken));
    }

    /// <summary>The free times of the next days at a centre.</summary>
    public static Task<SlotList> AheadAsync(string centre, AppointmentServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        return FindAsync(centre, new SlotQuery(now, now.AddDays(UsualDays), Length: null), services, cancellationToken);
    }

    private static async Task<SlotList> FindAsync(string centre, SlotQuery query, AppointmentServices services, CancellationToken cancellationToken)
    {
        var found = await services.Slots.FindAsync(centre, query, Most, cancellationToken);
        var later = found.Count > 0 ? [] : await services.Slots.NextAsync(centre, query.Until, query.Length, cancellationToken);
        return new SlotList([.. found.Select(SlotResource.Of)], later is [var next, ..] ? next : null);
    }
}
