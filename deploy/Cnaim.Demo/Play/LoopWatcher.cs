using Cnaim.Demo.Gateway;
using Cnaim.Demo.Journal;

namespace Cnaim.Demo.Play;

/// <summary>
/// Closes the loop: the sender's desk looks at its referral until it sees the end. It looks now and then while the office works, and
/// every few milliseconds once the office has made its last move, so that the time until the answer is visible is measured finely.
/// </summary>
internal sealed class LoopWatcher(GatewayClient gateway, DayState day, DemoJournal journal, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Waiting = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _looks = new(12, 12);

    public async Task FollowAsync(TrackedReferral referral, CancellationToken stopping)
    {
        try
        {
            for (var pause = TimeSpan.FromMilliseconds(10); !referral.IsFinal; pause = TimeSpan.FromMilliseconds(Math.Min(pause.TotalMilliseconds * 1.5, 1000)))
            {
                if (!referral.Moved.IsCompleted)
                {
                    await Task.WhenAny(referral.Moved, Task.Delay(Waiting, clock, stopping));
                    pause = TimeSpan.FromMilliseconds(10);
                }

                stopping.ThrowIfCancellationRequested();
                await LookAsync(referral, stopping);
                await (referral.IsFinal ? Task.CompletedTask : Task.Delay(pause, clock, stopping));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was not seen to end shows in the count.
        }
    }

    public void Dispose() => _looks.Dispose();

    private async Task LookAsync(TrackedReferral referral, CancellationToken cancellationToken)
    {
        await _looks.WaitAsync(cancellationToken);
        try
        {
            var answer = await gateway.GetAsync(referral.Sender, $"/api/reception/v1/referrals/{referral.Id}", cancellationToken);
            if (!answer.IsSuccess)
            {
                day.AddTrouble(DemoRefusedException.For("sender's view", answer).Message);
                return;
            }

            referral.Status = answer.Text("status") ?? referral.Status;
            if (referral.IsFinal)
            {
                referral.SeenAt = clock.GetTimestamp();
                referral.IsOutOfOrder = !Timeline.IsInOrder(answer.Body!);
                journal.Add(new JournalLine { Kind = "end", Id = referral.Id, Status = (int)answer.Status, Office = referral.Office, Centre = referral.Centre, State = referral.Status });
            }
        }
        finally
        {
            _looks.Release();
        }
    }
}
