namespace Cnaim.Grpc.Tests;

/// <summary>Waits for what becomes true.</summary>
internal static class Eventually
{
    public static async Task Is(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        while (!await condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
