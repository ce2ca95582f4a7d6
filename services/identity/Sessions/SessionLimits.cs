using System.ComponentModel.DataAnnotations;

namespace Cnaim.Identity.Sessions;

/// <summary>How long a sign-in lasts (section <c>Session</c>); the gateway reads the same key to warn in time.</summary>
internal sealed class SessionLimits
{
    /// <summary>Minutes without a call after which a session ends; 5 to 30, default 15.</summary>
    [Range(5, 30)]
    public int IdleMinutes { get; set; } = 15;

    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);
}
