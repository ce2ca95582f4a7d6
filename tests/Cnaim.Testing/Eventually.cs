using System.Diagnostics;

namespace Cnaim.Testing;

/// <summary>Waits for what must become true.</summary>
public static class Eventually
{
    public static async Task Async(Func<Task<bool>> condition, string what, double seconds = 120, int everyMilliseconds = 50)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed.TotalSeconds > seconds)
            {
                throw new TimeoutException($"Not within {seconds} s: {what}");
            }

            await Task.Delay(everyMilliseconds);
        }
    }
}
