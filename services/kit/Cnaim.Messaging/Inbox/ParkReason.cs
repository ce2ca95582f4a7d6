namespace Cnaim.Messaging.Inbox;

/// <summary>Why a message is stored and not applied; the values of <c>parked.reason</c>.</summary>
internal static class ParkReason
{
    public const string Gap = "gap";
    public const string Crash = "crash";
    public const string DeadLetter = "dead_letter";
    public const string Fork = "fork";
    public const string UnknownMajor = "unknown_major";
    public const string BadSender = "bad_sender";
    public const string BadDay = "bad_day";
}
