namespace Cnaim.OfficeKit.Deadlines;

/// <summary>What happens by itself, in percent of acknowledge-by (ADR 0004).</summary>
internal static class DeadlineKind
{
    /// <summary>Receiver: reminds the focal point.</summary>
    public const string Remind50 = "remind-50";

    /// <summary>Receiver: reminds the coordinator.</summary>
    public const string Remind100 = "remind-100";

    /// <summary>Sender: reminds the network.</summary>
    public const string Remind150 = "remind-150";

    /// <summary>Sender: closes an unanswered referral.</summary>
    public const string TimeOut200 = "time-out-200";

    /// <summary>Sender: ends an open referral that nobody took.</summary>
    public const string OfferExpiry = "offer-expiry";

    /// <summary>Receiver: consent had ended before the referral arrived.</summary>
    public const string DisclosureWithdrawn = "disclosure-withdrawn";

    /// <summary>Any office: the person is to be reminded of an appointment.</summary>
    public const string AppointmentReminder = "appointment-reminder";

    /// <summary>Receiver, in the sandbox: the agent <c>slow</c> accepts.</summary>
    public const string SlowAccept = "slow-accept";

    /// <summary>Receiver, in the sandbox: the agent <c>slow</c> completes what it has accepted.</summary>
    public const string SlowComplete = "slow-complete";
}
