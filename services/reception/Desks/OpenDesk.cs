namespace Cnaim.Reception.Desks;

/// <summary>Opening a desk.</summary>
/// <param name="TakeOver">Take it from who holds it, and leave the one that the caller holds elsewhere.</param>
internal sealed record OpenDesk(bool TakeOver = false);
