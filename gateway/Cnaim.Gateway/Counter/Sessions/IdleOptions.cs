using System.ComponentModel.DataAnnotations;

namespace Cnaim.Gateway.Counter.Sessions;

/// <summary>When pages warn (section <c>Session</c>, the same key that identity ends sessions by).</summary>
internal sealed class IdleOptions
{
    /// <summary>Minutes without a call after which a session ends; 5 to 30, default 15.</summary>
    [Range(5, 30)]
    public int IdleMinutes { get; set; } = 15;
}
