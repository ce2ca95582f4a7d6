using System.Threading.RateLimiting;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.Extensions.Options;

namespace Cnaim.Screening.People;

/// <summary>Nobody reads the register by trying names: each member of staff searches as often as people come to one desk, whatever the way in.</summary>
internal sealed class SearchQuota(IOptions<PeopleOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<Actor> _limiter = PartitionedRateLimiter.Create<Actor, string>(
        actor => RateLimitPartition.GetTokenBucketLimiter(actor.Subject, _ => Bucket(options.Value.SearchesPerMinute)));

    public bool TryTake(Actor actor)
    {
        using var lease = _limiter.AttemptAcquire(actor);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
        QueueLimit = 0,
    };
}
