using System.Security.Claims;
using System.Threading.RateLimiting;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>How many requests a second each client of this process may make, and has left.</summary>
public sealed class ClientLimits : IDisposable
{
    private const string Client = "client:";

    // Who calls on its own behalf is not limited.
    private const string Service = "service";

    private readonly PartitionedRateLimiter<string> _clients;

    /// <summary>Begins with nothing used.</summary>
    /// <param name="options">The limits.</param>
    public ClientLimits(IOptions<LimitOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        PerSecond = options.Value.RequestsPerSecond;
        _clients = PartitionedRateLimiter.Create<string, string>(
            client => client is Service ? RateLimitPartition.GetNoLimiter(client) : RateLimitPartition.GetTokenBucketLimiter(client, _ => Bucket()), StringComparer.Ordinal);
        Requests = _clients.WithTranslatedKey<HttpContext>(ClientOf, leaveOpen: true);
    }

    /// <summary>Requests a second of one client.</summary>
    public int PerSecond { get; }

    /// <summary>The limiter of all requests.</summary>
    internal PartitionedRateLimiter<HttpContext> Requests { get; }

    /// <summary>What a client has left now; all of it comes back within a second.</summary>
    /// <param name="client">The subject of its tokens.</param>
    public int LeftOf(string client) => (int)(_clients.GetStatistics(Client + client)?.CurrentAvailablePermits ?? PerSecond);

    /// <inheritdoc/>
    public void Dispose()
    {
        Requests.Dispose();
        _clients.Dispose();
    }

    private static string ClientOf(HttpContext context) => context.User.HasClaim("role", Actor.ServiceRole)
        ? Service
        : context.User.FindFirstValue("sub") is { } subject ? Client + subject
        : "address:" + context.Connection.RemoteIpAddress;

    private TokenBucketRateLimiterOptions Bucket() => new()
    {
        TokenLimit = PerSecond,
        TokensPerPeriod = Math.Max(1, PerSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(Math.Max(100, 1000 / PerSecond)),
        QueueLimit = 0,
    };
}
