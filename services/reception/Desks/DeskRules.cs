using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Reception.Desks;

/// <summary>Who may sit at a desk and when; pure.</summary>
internal static class DeskRules
{
    public static Decision<Desk> Open(Desk desk, string subject, string office, bool takeOver, DateTimeOffset now) =>
        desk.HeldBy is not null && !IsHeldBy(desk, subject) && !takeOver
            ? Held(desk)
            : Next(desk, Desk.Open, now) with { HeldBy = subject, HeldOffice = office };

    public static Decision<Desk> Pause(Desk desk, string subject, DateTimeOffset now) => Act(desk, subject, mayBePaused: true) is { } refusal
        ? refusal
        : Next(desk, Desk.Paused, now);

    public static Decision<Desk> Close(Desk desk, string subject, bool isBusy, DateTimeOffset now) => (Act(desk, subject, mayBePaused: true), isBusy) switch
    {
        ({ } refusal, _) => refusal,
        (_, true) => ReceptionRefusals.DeskBusy,
        _ => Next(desk, Desk.Closed, now) with { HeldBy = null, HeldOffice = null },
    };

    /// <summary>Whether somebody may work at the desk; null when he may.</summary>
    public static Refusal? Act(Desk desk, string subject, bool mayBePaused = false) => desk switch
    {
        { HeldBy: null } => ReceptionRefusals.DeskNotOpen,
        _ when !IsHeldBy(desk, subject) => Held(desk),
        { State: Desk.Paused } when !mayBePaused => ReceptionRefusals.DeskNotOpen,
        _ => null,
    };

    private static Refusal Held(Desk desk) => ReceptionRefusals.DeskHeld.Having(("heldBy", desk.HeldBy), ("since", desk.Since));

    private static bool IsHeldBy(Desk desk, string subject) => string.Equals(desk.HeldBy, subject, StringComparison.Ordinal);

    private static Desk Next(Desk desk, string state, DateTimeOffset now) => desk with { State = state, Since = now, Version = desk.Version + 1 };
}
