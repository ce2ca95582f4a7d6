namespace Cnaim.Gateway.Counter.Pages.Statistics;

/// <summary>How good the expected waits of a queue were.</summary>
internal sealed record MeasuredWait(string Queue, int Calls, int Within, int BiasSeconds, int MeanErrorSeconds, int P90ErrorSeconds);

/// <summary>Those of a centre.</summary>
internal sealed record MeasuredWaits(IReadOnlyList<MeasuredWait> Items);
