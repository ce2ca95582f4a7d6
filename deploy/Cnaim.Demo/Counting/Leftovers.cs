namespace Cnaim.Demo.Counting;

/// <summary>Messages that a service has not sent or not applied.</summary>
internal sealed record Leftovers
{
    public required long Outbox { get; init; }

    public required long Parked { get; init; }
}
