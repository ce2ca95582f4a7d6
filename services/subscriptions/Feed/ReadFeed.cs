using System.Globalization;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.Subscriptions.Events;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Subscriptions.Feed;

/// <summary>A page of the feed; with <c>wait</c>, one that is empty is held back until something comes.</summary>
internal sealed class ReadFeed(FeedStore feed, FeedWatch watch, ShowEvent show, OfficeTransaction transaction, TimeProvider clock)
{
    private const int MostParts = 20;

    public async Task<Results<Ok<FeedPage>, ProblemHttpResult>> RunAsync(string? after, int limit, int wait, Actor actor, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > 500 || wait is < 0 or > 30 || !TryParse(after, out var cursor))
        {
            return SubscriptionsRefusals.InvalidCursor.ToProblem();
        }

        if (await feed.AgreementAsync(actor.PartnerClient, cancellationToken) is null)
        {
            return SubscriptionsRefusals.NoAgreement.ToProblem();
        }

        var floor = await feed.FloorAsync(cancellationToken);
        if (after is not null && cursor < floor)
        {
            return SubscriptionsRefusals.CursorExpired.ToProblem();
        }

        // A position of before a restore would step over what came after it.
        if (cursor > floor && cursor > await feed.NewestAsync(cancellationToken))
        {
            return SubscriptionsRefusals.CursorExpired.ToProblem();
        }

        var part = await WaitAsync(actor.PartnerClient, Math.Max(cursor, floor), limit, TimeSpan.FromSeconds(wait), cancellationToken);
        // As it is now: the agreement may have been narrowed while this waited.
        var agreement = await feed.AgreementAsync(actor.PartnerClient, cancellationToken);
        IReadOnlyList<CloudEvent> items = agreement is null ? [] : [.. part.Events.Select(kept => show.As(kept, agreement))];
        await AuditAsync(actor, items.Count, cancellationToken);
        return TypedResults.Ok(new FeedPage(items, part.Next.ToString(CultureInfo.InvariantCulture), part.More));
    }

    private async Task<FeedPart> WaitAsync(string clientId, long after, int limit, TimeSpan wait, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var part = await ReadAsync(clientId, after, limit, cancellationToken);
            var rest = wait - clock.GetElapsedTime(started);
            if (part.Events.Count > 0 || part.More || rest <= TimeSpan.Zero)
            {
                return part;
            }

            after = part.Next;
            await watch.WaitBeyondAsync(after, rest, cancellationToken);
        }
    }

    // A narrow agreement may find nothing in many parts; the caller then goes on from where this ended.
    private async Task<FeedPart> ReadAsync(string clientId, long after, int limit, CancellationToken cancellationToken)
    {
        var part = new FeedPart([], after, More: true);
        for (var count = 0; count < MostParts && part is { Events.Count: 0, More: true }; count++)
        {
            part = await feed.ReadAsync(clientId, part.Next, limit, cancellationToken);
        }

        return part;
    }

    private async Task AuditAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        if (count > 0)
        {
            transaction.Audit(new AuditEntry
            {
                Action = "events.read",
                RecordKind = "agreement",
                RecordId = actor.PartnerClient,
                Actor = actor,
                Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["events"] = count.ToString(CultureInfo.InvariantCulture) },
            });
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static bool TryParse(string? after, out long cursor)
    {
        cursor = 0;
        return after is null || (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out cursor) && cursor >= 0);
    }
}
