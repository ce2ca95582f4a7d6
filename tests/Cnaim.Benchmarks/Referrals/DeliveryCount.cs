namespace Cnaim.Benchmarks.Referrals;

/// <summary>Compared sets of ids: the client's file, the sender's table and the receiver's table.</summary>
/// <param name="Accepted">Ids that the client saw answered 201.</param>
/// <param name="Lost">Of these, ids that the receiver has not applied.</param>
/// <param name="Duplicated">Ids that the receiver applied more than once.</param>
/// <param name="Ghosts">Ids at the receiver that the sender has not sent.</param>
/// <param name="Drafts">Ids that the sender still holds as drafts; they are neither sent nor lost.</param>
internal sealed record DeliveryCount(int Accepted, int Lost, int Duplicated, int Ghosts, int Drafts)
{
    public bool Holds => Lost == 0 && Duplicated == 0 && Ghosts == 0;

    public override string ToString() => Holds
        ? $"{Accepted} accepted, lost 0, duplicated 0, ghosts 0{(Drafts > 0 ? $", {Drafts} still drafts" : "")}"
        : $"VOID: {Accepted} accepted, lost {Lost}, duplicated {Duplicated}, ghosts {Ghosts}, drafts {Drafts}";
}
