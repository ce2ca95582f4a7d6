using System.Text;
using Cnaim.Subscriptions.Lanes;
using Cnaim.Subscriptions.Sending;
using Cnaim.Subscriptions.Webhooks;

namespace Cnaim.Subscriptions.Tests.Lanes;

public sealed class When_an_answer_is_judged
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(200, Outcome.Delivered)]
    [InlineData(202, Outcome.Delivered)]
    [InlineData(204, Outcome.Delivered)]
    [InlineData(301, Outcome.Refused)]
    [InlineData(302, Outcome.Refused)]
    [InlineData(304, Outcome.Refused)]
    [InlineData(400, Outcome.Refused)]
    [InlineData(404, Outcome.Refused)]
    [InlineData(410, Outcome.Gone)]
    [InlineData(429, Outcome.Throttled)]
    [InlineData(500, Outcome.Refused)]
    [InlineData(502, Outcome.Throttled)]
    [InlineData(503, Outcome.Throttled)]
    [InlineData(504, Outcome.Throttled)]
    public void Should_call_it_what_it_is(int status, string outcome) => Outcome.Of(status).ShouldBe(outcome);

    [Fact]
    public void Should_begin_anew_after_a_success() =>
        Judge(Active(failures: 4), Answer(Outcome.Delivered)).ShouldBe(new LaneVerdict { State = EndpointState.Active, Attempts = 0, IsSuspect = false });

    [Fact]
    public void Should_keep_a_slow_one_apart() => Judge(Active(), Answer(Outcome.Delivered, seconds: 3)).IsSuspect.ShouldBeTrue();

    [Fact]
    public void Should_follow_the_timetable_after_a_failure()
    {
        var verdict = Judge(Active(failures: 1), Answer(Outcome.Refused));

        verdict.Attempts.ShouldBe(2);
        verdict.DueAt.ShouldBe(Now.AddMinutes(5));
        verdict.State.ShouldBe(EndpointState.Active);
        verdict.IsSuspect.ShouldBeTrue();
    }

    [Fact]
    public void Should_be_in_error_after_the_tenth_and_say_so()
    {
        var verdict = Judge(Active(failures: 9), Answer(Outcome.TimedOut));

        (verdict.State, verdict.Notice, verdict.Attempts).ShouldBe((EndpointState.Error, "endpoint-error", 10));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "endpoint-unverified")]
    public void Should_say_so_when_the_third_challenge_was_not_echoed(int failures, string? notice)
    {
        var verdict = JudgeAnswer.Judge(Active(failures) with { State = EndpointState.Pending }, AttemptKind.Handshake, Answer(Outcome.NotEchoed), 0);

        (verdict.State, verdict.Notice, verdict.DueAt is null).ShouldBe((EndpointState.Pending, notice, notice is not null));
    }

    [Fact]
    public void Should_end_with_410_and_say_so()
    {
        var verdict = Judge(Active(), Answer(Outcome.Gone));

        (verdict.State, verdict.Notice).ShouldBe((EndpointState.Disabled, "endpoint-disabled"));
    }

    [Fact]
    public void Should_slow_down_where_less_is_wanted()
    {
        var verdict = Judge(Active(), Answer(Outcome.Throttled) with { RetryAfter = TimeSpan.FromSeconds(90) });

        verdict.DueAt.ShouldBe(Now.AddSeconds(90));
        verdict.SlowUntil.ShouldBe(Now.AddMinutes(10));
    }

    [Fact]
    public void Should_not_count_a_heartbeat_that_failed()
    {
        var verdict = JudgeAnswer.Judge(Active(failures: 0), AttemptKind.Heartbeat, Answer(Outcome.Refused), 0);

        (verdict.State, verdict.Attempts, verdict.DueAt).ShouldBe((EndpointState.Active, 0, null));
    }

    [Fact]
    public void Should_be_active_only_when_the_challenge_came_back()
    {
        var pending = Active() with { State = EndpointState.Pending };

        JudgeAnswer.Judge(pending, AttemptKind.Handshake, Answer(Outcome.Delivered), 0).State.ShouldBe(EndpointState.Active);
        JudgeAnswer.Judge(pending, AttemptKind.Handshake, Answer(Outcome.NotEchoed), 0).State.ShouldBe(EndpointState.Pending);
        var last = JudgeAnswer.Judge(pending with { Attempts = 2 }, AttemptKind.Handshake, Answer(Outcome.NotEchoed), 0);
        (last.State, last.DueAt, last.Notice).ShouldBe((EndpointState.Pending, null, "endpoint-unverified"));
    }

    [Theory]
    [InlineData("abc", true)]
    [InlineData("\"abc\"", true)]
    [InlineData(" abc\n", true)]
    [InlineData("{\"challenge\":\"abc\"}", true)]
    [InlineData("{\"challenge\":\"abd\"}", false)]
    [InlineData("{\"challenge\":1}", false)]
    [InlineData("{\"other\":\"abc\"}", false)]
    [InlineData("xabcx", false)]
    [InlineData("", false)]
    [InlineData("{", false)]
    public void Should_know_a_challenge_that_came_back(string body, bool isEchoed) => Challenge.IsEchoed(Encoding.UTF8.GetBytes(body), "abc").ShouldBe(isEchoed);

    private static LaneVerdict Judge(WebhookEndpoint endpoint, WebhookAnswer answer) => JudgeAnswer.Judge(endpoint, AttemptKind.Event, answer, random: 0);

    private static WebhookEndpoint Active(int failures = 0) => new() { State = EndpointState.Active, Attempts = failures };

    private static WebhookAnswer Answer(string outcome, int seconds = 0) => new() { StartedAt = Now.AddSeconds(-seconds), Duration = TimeSpan.FromSeconds(seconds), Outcome = outcome };
}
