namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>Something that does come, later than what must not: no test passes because the machine is slow.</summary>
internal static class Marker
{
    /// <summary>The one municipality of the marker's partner; whoever is watched has another.</summary>
    public const string Centre = "cnaim-porto";

    /// <summary>Another partner's new endpoint is told of an event: what is due before that has been looked for.</summary>
    public static async Task PassAsync(this Installation here)
    {
        await using var receiver = await Receiver.StartAsync();
        await here.RegisterAsync(await here.AgreeAsync(terms => terms with { Municipalities = ["1312"] }), receiver);
        foreach (var count in (int[])[1, 2])
        {
            await here.Events.AcceptedAsync(Guid.CreateVersion7(), Centre);
            await Calls.UntilAsync(() => receiver.Events.Count == count, "what comes later comes");
        }
    }
}
