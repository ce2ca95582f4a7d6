using Cnaim.Demo.Gateway;

namespace Cnaim.Demo.Play;

/// <summary>A reception desk's day: one person after the other, each not before arriving when the day is played at a speed.</summary>
internal sealed class DeskShift(VisitPlayer player, DayState day, TimeProvider clock)
{
    public async Task WorkAsync(Desk desk, IEnumerable<PlannedVisit> visits, double? speed, CancellationToken cancellationToken)
    {
        var opened = clock.GetTimestamp();
        foreach (var visit in visits)
        {
            var wait = speed is { } factor ? (visit.ArrivesAt / factor) - clock.GetElapsedTime(opened) : TimeSpan.Zero;
            try
            {
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, clock, cancellationToken);
                }

                await player.PlayAsync(desk, visit, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is DemoRefusedException or InvalidOperationException)
            {
                day.AddFailedVisit(exception.Message);
            }
        }
    }
}
