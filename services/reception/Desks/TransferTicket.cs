namespace Cnaim.Reception.Desks;

/// <summary>Where the ticket in hand goes: to a queue, to one desk, or to the desk at which a colleague sits.</summary>
/// <param name="ToQueue">A queue of the centre.</param>
/// <param name="ToDesk">Another desk of the centre.</param>
/// <param name="ToPerson">The subject of a member of staff who holds another desk of the centre.</param>
internal sealed record TransferTicket(string? ToQueue = null, string? ToDesk = null, string? ToPerson = null)
{
    public bool NamesOne => new[] { ToQueue, ToDesk, ToPerson }.Count(target => target is not null) == 1;
}
