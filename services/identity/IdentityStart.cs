using System.Data.Common;
using System.Security.Cryptography;
using Cnaim.Data.Migrations;
using Cnaim.Identity.Clients;
using Cnaim.Identity.Keys;
using Cnaim.Identity.Staff;

namespace Cnaim.Identity;

/// <summary>Seeds the configured clients once, then keeps the signing keys fresh: another replica may have rotated them.</summary>
internal sealed partial class IdentityStart(
    DatabaseStart database, SeedClients clients, SeedStaff staff, KeyRing keys, IdentityReadiness readiness, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILogger<IdentityStart> logger)
    : BackgroundService
{
    private static readonly TimeSpan ReloadInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var interval = await TryLoadAsync(stoppingToken) ? ReloadInterval : RetryInterval;
            await Task.Delay(interval, clock, stoppingToken);
        }
    }

    private async Task<bool> TryLoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!readiness.IsReady)
            {
                await clients.SeedAsync(cancellationToken);
                await staff.SeedAsync(cancellationToken);
            }

            await keys.LoadAsync(cancellationToken);
            readiness.IsReady = true;
            return true;
        }
        catch (DbException exception)
        {
            Log.DatabaseAway(logger, exception.SqlState);
            return false;
        }
        catch (CryptographicException)
        {
            Log.WrongProtectionKey(logger);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "Keys and clients could not be loaded (SQL state {SqlState}); trying again")]
        public static partial void DatabaseAway(ILogger logger, string? sqlState);

        [LoggerMessage(EventId = 2002, Level = LogLevel.Critical, Message = "A stored key cannot be opened with Protection__Key; the service stops")]
        public static partial void WrongProtectionKey(ILogger logger);
    }
}
