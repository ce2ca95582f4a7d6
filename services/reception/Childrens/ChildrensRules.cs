using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Reception.Childrens;

/// <summary>How children come and go; pure.</summary>
internal static class ChildrensRules
{
    public const int Tries = 3;

    /// <summary>Takes children in, or lets them wait.</summary>
    public static ChildrensVisit Arrive(ChildrensVisit visit, int free, DateTimeOffset now) => visit with
    {
        State = visit.Children <= free ? ChildrensVisit.Present : ChildrensVisit.Waiting,
        ArrivedAt = now,
        AdmittedAt = visit.Children <= free ? now : null,
    };

    public static Decision<ChildrensVisit> Admit(ChildrensVisit visit, int free, DateTimeOffset now) => visit switch
    {
        { State: not ChildrensVisit.Waiting } => ReceptionRefusals.NotFound,
        _ when visit.Children > free => ReceptionRefusals.RoomFull,
        _ => visit with { State = ChildrensVisit.Present, AdmittedAt = now },
    };

    /// <summary>A wrong code is written, too: the answer is the visit with one try less.</summary>
    public static Decision<ChildrensVisit> CheckOut(ChildrensVisit visit, bool isRight, DateTimeOffset now) => visit switch
    {
        { State: ChildrensVisit.Left } => ReceptionRefusals.NotFound,
        { WrongCodes: >= Tries } => ReceptionRefusals.CoordinatorOnly,
        _ when isRight => visit with { State = ChildrensVisit.Left, LeftAt = now },
        _ => visit with { WrongCodes = visit.WrongCodes + 1 },
    };

    /// <summary>The coordinator hands children back without a code.</summary>
    public static Decision<ChildrensVisit> Release(ChildrensVisit visit, DateTimeOffset now) => visit.State is ChildrensVisit.Left
        ? ReceptionRefusals.NotFound
        : visit with { State = ChildrensVisit.Left, LeftAt = now, LeftWithoutCode = true };
}
