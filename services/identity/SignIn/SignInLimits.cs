using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Cnaim.Identity.SignIn;

/// <summary>Counts attempts to sign in, right and wrong ones alike, for each account and for each address.</summary>
internal sealed class SignInLimits(IOptions<SignInOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _accounts = Limiter(options.Value.PerAccount);
    private readonly PartitionedRateLimiter<string> _addresses = Limiter(options.Value.PerAddress);

    public bool MayTry(HttpContext context, string account)
    {
        using var byAddress = _addresses.AttemptAcquire(AddressOf(context));
        using var byAccount = byAddress.IsAcquired ? _accounts.AttemptAcquire(account.ToUpperInvariant()) : null;
        return byAccount is { IsAcquired: true };
    }

    public void Dispose()
    {
        _accounts.Dispose();
        _addresses.Dispose();
    }

    // The gateway writes the last entry itself; what a client sends is dropped there.
    private static string AddressOf(HttpContext context)
    {
        var last = context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPAddress.TryParse(last, out var address) ? address.ToString() : context.Connection.RemoteIpAddress?.ToString() ?? "";
    }

    private static PartitionedRateLimiter<string> Limiter(int perMinute) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }),
        StringComparer.Ordinal);
}
