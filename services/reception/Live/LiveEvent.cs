namespace Cnaim.Reception.Live;

/// <summary>One event of a stream.</summary>
/// <param name="Kind"><c>state</c> with the whole state, <c>heartbeat</c> without, <c>ended</c> when there is nothing to follow any more.</param>
/// <param name="At">When it was read.</param>
/// <param name="State">Numbers and times as the matching GET answers them; no name.</param>
internal sealed record LiveEvent<TState>(string Kind, DateTimeOffset At, TState? State);
