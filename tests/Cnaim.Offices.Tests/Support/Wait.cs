namespace Cnaim.Offices.Tests.Support;

/// <summary>Waits for something that happens on another service.</summary>
internal static class Wait
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            TimeProvider.System.GetElapsedTime(deadline).ShouldBeLessThan(Patience, $"Waited for {what}.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
