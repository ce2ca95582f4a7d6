using Cnaim.Mediation.Demand;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Mediation.Interpreting;

/// <summary>Gives a desk what to dial, or says how long it will take; either way the request stays.</summary>
internal static class RequestInterpreter
{
    private const int LongestDesk = 32;
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(30);

    public static async Task<Results<CreatedAtRoute<InterpretingView>, ProblemHttpResult>> Handle(
        NewInterpretingRequest input, Actor actor, HttpResponse response, [AsParameters] InterpretingServices services, CancellationToken cancellationToken)
    {
        var decision = Read(input, actor, services);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        if (!services.Languages.Find(decision.Event.Language)!.Telephone)
        {
            services.Demand.Count(decision.Event.Language, actor.Centre, DemandStore.NotOffered);
            await services.Transaction.CommitAsync(cancellationToken);
            return MediationRefusals.NotOffered.ToProblem();
        }

        await services.Requests.TakeTurnAsync(cancellationToken);
        var line = await services.FindLineAsync(decision.Event, decision.Event.Call, cancellationToken);
        var request = InterpretingRules.Match(decision.Event, line, decision.Event.StartsAt);
        await services.Requests.InsertAsync(request, cancellationToken);
        if (line.Provider is null)
        {
            services.Demand.Count(request.Language, request.Centre, DemandStore.NoInterpreter);
        }

        services.Audit("created", request, actor);
        response.SetEntityVersion(request.Version);
        return await services.Transaction.CommitAsync(TypedResults.CreatedAtRoute(services.View(request), "Interpreting_Get", new { id = request.RequestId }), cancellationToken);
    }

    private static Decision<InterpretingRequest> Read(NewInterpretingRequest input, Actor actor, InterpretingServices services)
    {
        var (now, minutes) = (services.Clock.GetUtcNow(), input.Minutes ?? services.Providers.Minutes);
        var at = (input.At ?? now).ToUniversalTime();
        if (services.Languages.Find(input.Language) is not { } language)
        {
            return MediationRefusals.UnknownLanguage;
        }

        if (input.Centre is not null && !string.Equals(input.Centre, actor.Centre, StringComparison.Ordinal))
        {
            return MediationRefusals.OtherCentre;
        }

        if (!InterpretingRules.IsLength(minutes))
        {
            return MediationRefusals.InvalidMinutes;
        }

        if (at < now - Late || at > now + Ahead)
        {
            return MediationRefusals.InvalidTime;
        }

        if (input.Desk is { } desk && (desk.Length is 0 or > LongestDesk || !desk.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-')))
        {
            return MediationRefusals.InvalidDesk;
        }

        return New(input, language.Tag, at, minutes, actor, now);
    }

    private static InterpretingRequest New(NewInterpretingRequest input, string language, DateTimeOffset at, int minutes, Actor actor, DateTimeOffset now) => new()
    {
        RequestId = Guid.CreateVersion7(now),
        Office = actor.Office,
        Centre = actor.Centre,
        Desk = input.Desk,
        RequestedBy = actor.Subject,
        Language = language,
        AskedAt = now,
        StartsAt = at,
        PlannedUntil = at.AddMinutes(minutes),
    };
}
