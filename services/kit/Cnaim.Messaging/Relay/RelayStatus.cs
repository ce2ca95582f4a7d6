namespace Cnaim.Messaging.Relay;

/// <summary>What the relay last did, for health and metrics.</summary>
internal sealed class RelayStatus(TimeProvider clock)
{
    private long _lastPass;
    private long _failingSince;

    /// <summary>True while this process holds the lease.</summary>
    public bool IsHolder { get; set; }

    /// <summary>True while another process holds it and beats.</summary>
    public bool IsStandby { get; set; }

    public TimeSpan SinceLastPass => _lastPass == 0 ? TimeSpan.MaxValue : clock.GetElapsedTime(_lastPass);

    /// <summary>How long publishing has failed without a success between; zero while it works.</summary>
    public TimeSpan FailingFor => _failingSince == 0 ? TimeSpan.Zero : clock.GetElapsedTime(_failingSince);

    public void Passed() => _lastPass = clock.GetTimestamp();

    public void Published(bool isWell)
    {
        if (isWell)
        {
            _failingSince = 0;
        }
        else if (_failingSince == 0)
        {
            _failingSince = clock.GetTimestamp();
        }
    }
}
