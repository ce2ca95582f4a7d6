using Cnaim.Subscriptions.Sending;
using Cnaim.Subscriptions.Webhooks;

namespace Cnaim.Subscriptions.Lanes;

/// <summary>What an answer means for the lane; without a database.</summary>
internal static class JudgeAnswer
{
    /// <summary>How often the challenge is sent by itself; then the partner asks for it.</summary>
    private const int Challenges = 3;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Throttle = TimeSpan.FromMinutes(10);

    /// <param name="endpoint">The lane before.</param>
    /// <param name="kind">Of <see cref="AttemptKind"/>.</param>
    /// <param name="answer">How the attempt ended.</param>
    /// <param name="random">From 0 to 1.</param>
    public static LaneVerdict Judge(WebhookEndpoint endpoint, string kind, WebhookAnswer answer, double random)
    {
        var end = answer.StartedAt + answer.Duration;
        var verdict = new LaneVerdict
        {
            State = endpoint.State,
            Attempts = endpoint.Attempts,
            SlowUntil = endpoint.SlowUntil > end ? endpoint.SlowUntil : null,
            IsSuspect = !answer.IsSuccess || answer.Duration > Slow,
        };
        return answer.Outcome switch
        {
            Outcome.Delivered => verdict with { Attempts = 0, State = kind is AttemptKind.Handshake ? EndpointState.Active : endpoint.State },
            Outcome.TooLarge => verdict with { IsSuspect = endpoint.Attempts > 0 },
            Outcome.Gone => verdict with { State = EndpointState.Disabled, Notice = "endpoint-disabled" },
            _ when kind is AttemptKind.Heartbeat => verdict with { DueAt = endpoint.DueAt },
            _ when endpoint.IsQueue => verdict with { Attempts = endpoint.Attempts + 1, DueAt = end + OwnBroker(endpoint.Attempts, random) },
            _ => Failed(verdict, kind, answer, end, random),
        };
    }

    // Our own broker is away, or the queue is full: nobody outside has to be spared, and it is never given up.
    private static TimeSpan OwnBroker(int failures, double random) => TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Min(failures, 6))) * (1 + (0.1 * random));

    private static LaneVerdict Failed(LaneVerdict verdict, string kind, WebhookAnswer answer, DateTimeOffset end, double random)
    {
        var failures = verdict.Attempts + 1;
        var wait = kind is AttemptKind.Handshake && failures >= Challenges ? null : Timetable.After(failures, answer.RetryAfter, random);
        var tried = verdict with { Attempts = failures, DueAt = end + wait, SlowUntil = answer.Outcome is Outcome.Throttled ? end + Throttle : verdict.SlowUntil };
        return wait is not null ? tried
            : kind is AttemptKind.Handshake ? tried with { Notice = "endpoint-unverified" }
            : tried with { State = EndpointState.Error, Notice = "endpoint-error" };
    }
}
