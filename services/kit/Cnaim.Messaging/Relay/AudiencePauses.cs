namespace Cnaim.Messaging.Relay;

/// <summary>Audiences whose queue takes nothing at present: paused, then probed with one row.</summary>
internal sealed class AudiencePauses(TimeProvider clock)
{
    private readonly Dictionary<string, (int Level, long Until)> _paused = new(StringComparer.Ordinal);

    public string[] Paused => [.. _paused.Keys];

    /// <summary>An audience whose pause is over and that is to be probed now.</summary>
    public string? NextProbe() => _paused.FirstOrDefault(pair => pair.Value.Until <= clock.GetTimestamp()).Key;

    public void Pause(string audience)
    {
        var level = _paused.TryGetValue(audience, out var pause) ? pause.Level + 1 : 0;
        _paused[audience] = (level, clock.GetTimestamp() + (long)(RetryTimes.AudiencePause(level).TotalSeconds * clock.TimestampFrequency));
    }

    public void Resume(string audience) => _paused.Remove(audience);
}
