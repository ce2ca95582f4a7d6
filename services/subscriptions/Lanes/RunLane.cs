using Cnaim.Subscriptions.Sending;
using Cnaim.Subscriptions.Webhooks;
using Microsoft.Extensions.Options;

namespace Cnaim.Subscriptions.Lanes;

/// <summary>Works on one lane, one request after the other and no faster than its rate, until nothing is due or its turn is over.</summary>
internal sealed partial class RunLane(LaneStore lanes, TryEndpoint tries, IOptions<LaneOptions> options, TimeProvider clock, ILogger<RunLane> logger)
{
    // Others wait for a place: a long backlog is worked on in turns.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            var started = clock.GetTimestamp();
            while (clock.GetElapsedTime(started) < Turn && await StepAsync(id, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await lanes.ReleaseAsync(id);
        }
    }

    /// <summary>False when nothing more is to be done now.</summary>
    private async Task<bool> StepAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await lanes.HeadAsync(id, cancellationToken) is not { } head || head.Endpoint.DueAt > clock.GetUtcNow())
        {
            return false;
        }

        if (head is { Delivery: { } delivery, Endpoint.State: EndpointState.Active } && (head.Event is null || !delivery.IsAllowed))
        {
            await lanes.WithholdAsync(head, cancellationToken);
            return true;
        }

        if (KindOf(head) is not { } kind)
        {
            return false;
        }

        var started = clock.GetTimestamp();
        var attempt = kind switch
        {
            AttemptKind.Event => await tries.EventAsync(head, cancellationToken),
            AttemptKind.Handshake => await tries.HandshakeAsync(head.Endpoint, cancellationToken),
            _ => await tries.OwnAsync(head.Endpoint, kind, cancellationToken),
        };
        var verdict = JudgeAnswer.Judge(head.Endpoint, kind, attempt.Answer, Random.Shared.NextDouble());
        await lanes.SaveAsync(head, attempt, verdict, CancellationToken.None); // it was sent, whoever stops
        await PaceAsync(head.Endpoint, verdict, started, cancellationToken);
        if (attempt.Answer.Outcome is Outcome.TooLarge)
        {
            Log.TooLarge(logger, head.Endpoint.EndpointId, attempt.Request.WebhookId);
            return true;
        }

        return attempt.Answer.IsSuccess && kind is not AttemptKind.Heartbeat;
    }

    private string? KindOf(LaneHead head) => head.Endpoint.State switch
    {
        EndpointState.Pending when head.Endpoint.DueAt is not null => AttemptKind.Handshake,
        EndpointState.Active when head.Delivery is not null => AttemptKind.Event,
        EndpointState.Active when !head.Endpoint.IsQueue && head.Endpoint.LastSentAt <= clock.GetUtcNow().AddSeconds(-options.Value.HeartbeatSeconds) => AttemptKind.Heartbeat,
        _ => null,
    };

    private async Task PaceAsync(WebhookEndpoint endpoint, LaneVerdict verdict, long started, CancellationToken cancellationToken)
    {
        if (endpoint.IsQueue)
        {
            return; // the broker sets the pace with its confirms
        }

        var rate = verdict.SlowUntil is null ? endpoint.RatePerSecond : 1;
        var rest = TimeSpan.FromSeconds(1.0 / rate) - clock.GetElapsedTime(started);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, clock, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7208, Level = LogLevel.Error, Message = "An event is too large to be sent to endpoint {EndpointId} and is withheld; the feed has it: {EventId}")]
        public static partial void TooLarge(ILogger logger, Guid endpointId, string eventId);
    }
}
