using Cnaim.Mediation.Matching;
using Cnaim.Mediation.Mediators;
using Cnaim.ServiceDefaults.Problems;
using Npgsql;

namespace Cnaim.Mediation.Bookings;

/// <summary>Chooses whom a booking holds: the one who is named, or the first in rank who is free.</summary>
internal sealed class HoldMediator(FindMediators find, MediatorStore mediators)
{
    /// <summary>The first in rank; null when nobody is free.</summary>
    public async Task<HeldMediator?> NextAsync(Wish wish, CancellationToken cancellationToken) =>
        (await find.RankAsync(wish, cancellationToken)).FirstOrDefault(match => match.IsFree) is { } match ? Of(match.Mediator) : null;

    /// <summary>The one who is named, when she may serve the wish and is free.</summary>
    public async Task<Decision<HeldMediator>> NamedAsync(Guid mediatorId, Wish wish, CancellationToken cancellationToken)
    {
        if (await mediators.FindAsync(mediatorId, centre: null, cancellationToken) is not { } mediator || !RankMediators.MayServe(mediator, wish))
        {
            return MediationRefusals.MediatorNotSuitable;
        }

        var isFree = (await find.RankAsync(wish, cancellationToken)).Any(match => match.IsFree && match.Mediator.MediatorId == mediatorId);
        return isFree ? Of(mediator) : MediationRefusals.MediatorNotFree;
    }

    /// <summary>Writes what holds a mediator. The database has the last word on two that overlap.</summary>
    public static async Task<Refusal?> WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
            return null;
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.ExclusionViolation)
        {
            return MediationRefusals.MediatorNotFree;
        }
    }

    private static HeldMediator Of(Mediator mediator) => new(mediator.MediatorId, mediator.MediatorNo, mediator.DisplayName, mediator.Centre);
}
