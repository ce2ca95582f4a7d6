namespace Cnaim.Subscriptions.Lanes;

internal static class AttemptKind
{
    public const string Event = "event";
    public const string Test = "test";
    public const string Heartbeat = "heartbeat";
    public const string Handshake = "handshake";
}
