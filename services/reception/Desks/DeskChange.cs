namespace Cnaim.Reception.Desks;

/// <summary>A coordinator's change: other queues, or closed for whoever left without closing.</summary>
internal sealed record DeskChange(string[]? Queues = null, bool Close = false);
