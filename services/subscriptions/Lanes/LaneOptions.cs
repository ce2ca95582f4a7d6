namespace Cnaim.Subscriptions.Lanes;

/// <summary>Section <c>Lanes</c>.</summary>
internal sealed class LaneOptions
{
    /// <summary>How many endpoints are sent to at once while they answer well; default 64.</summary>
    public int Healthy { get; set; } = 64;

    /// <summary>How many more that failed or were slow of late; default 64.</summary>
    public int Suspect { get; set; } = 64;

    /// <summary>How often new deliveries are looked for, in milliseconds; default 100.</summary>
    public int PollMilliseconds { get; set; } = 100;

    /// <summary>How long a lane belongs to a process that says nothing more, in seconds; at least 20, default 45.</summary>
    public int LeaseSeconds { get; set; } = 45;

    /// <summary>After how much silence an endpoint gets a heartbeat, in seconds; default 900.</summary>
    public double HeartbeatSeconds { get; set; } = 900;
}
