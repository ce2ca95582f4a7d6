using System.Diagnostics;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>Looks until something holds or the limit is over, and gives back what was seen last.</summary>
internal static class Eventually
{
    public static async Task<T> SeenAsync<T>(Func<Task<T>> look, Func<T, bool> isEnough, int seconds)
    {
        var limit = TimeSpan.FromSeconds(seconds);
        for (var watch = Stopwatch.StartNew(); ;)
        {
            var seen = await look();
            if (isEnough(seen) || watch.Elapsed > limit)
            {
                return seen;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
