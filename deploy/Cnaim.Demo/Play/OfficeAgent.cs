using Cnaim.Demo.Gateway;

namespace Cnaim.Demo.Play;

/// <summary>An office's agent at one centre: looks at the worklist, fetches what may be known of the person, and answers.</summary>
internal sealed class OfficeAgent(Desk desk, GatewayClient gateway, ReferralAnswers answers, DayState day, TimeProvider clock)
{
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    public async Task WorkAsync(CancellationToken stopping)
    {
        var pause = Busy;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var served = await ServeWorklistAsync(stopping);
                pause = served > 0 ? Busy : TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, Idle.Ticks));
                await Task.Delay(pause, clock, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is DemoRefusedException or System.Text.Json.JsonException or InvalidOperationException)
            {
                day.AddTrouble($"{desk.Office}: {exception.Message}");
            }
        }
    }

    private async Task<int> ServeWorklistAsync(CancellationToken cancellationToken)
    {
        var served = 0;
        for (string? after = null; ;)
        {
            var path = $"/api/{desk.Office}/v1/referrals?direction=received&status=requested&limit=50" + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");
            var page = InterviewPlayer.Expect("worklist", await gateway.GetAsync(desk, path, cancellationToken));
            foreach (var id in page.Items().Select(item => item["id"]!.ToString()))
            {
                // A referral of another run, or one whose 201 is still on its way to the desk, is left for later.
                if (day.Referrals.TryGetValue(id, out var referral) && _seen.Add(id))
                {
                    await answers.AnswerAsync(desk, referral, cancellationToken);
                    served++;
                }
            }

            after = page.Text("next");
            if (after is null)
            {
                return served;
            }
        }
    }
}
