using Cnaim.Data.Migrations;
using Cnaim.Messaging;

namespace Cnaim.Housing.Places;

/// <summary>Ends offers that nobody answered and offers the bed to the next one.</summary>
internal sealed partial class OfferExpiry(IServiceScopeFactory scopes, DatabaseStart database, TimeProvider clock, ILogger<OfferExpiry> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await ExpireOneAsync(stoppingToken))
                {
                    // the next one
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> ExpireOneAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var places = scope.ServiceProvider.GetRequiredService<PlaceStore>();
        var now = clock.GetUtcNow();
        var found = await places.ExpiredAsync(now, cancellationToken);
        if (found is null)
        {
            return false;
        }

        var transaction = scope.ServiceProvider.GetRequiredService<OfficeTransaction>();
        var place = await places.LockAsync(found.PlaceId, centre: null, cancellationToken);
        if (place is not null && await places.LoadStayAsync(found.StayId, cancellationToken) is { State: "offered" } stay)
        {
            var expired = stay with { State = "expired", OfferExpiresAt = null };
            await places.SaveStayAsync(expired, cancellationToken);
            await transaction.EnqueueAsync(expired, place.Centre, now, cancellationToken);
            transaction.Audit(new AuditEntry { Action = "housing-place.expired", RecordKind = "stay", RecordId = expired.StayId.ToString() });
            await scope.ServiceProvider.GetRequiredService<FreeBeds>().OfferAsync(expired.PlaceId, place.Centre, expired.Bed, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 5101, Level = LogLevel.Warning, Message = "Expired offers could not be ended and are tried again: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
