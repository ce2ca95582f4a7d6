using Microsoft.Extensions.Configuration;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What the sandbox invents: a municipality where everybody is at capacity at once, and an agent in every office who answers when it is too late (ADR 0114). Outside the sandbox there is no such place, and nobody is asked by name.</summary>
internal sealed class MagicValues(IConfiguration configuration)
{
    public const string FullArea = "9999";

    public const string Slow = "slow";

    private readonly bool _isSandbox = string.Equals(configuration["CNAIM_MODE"], "sandbox", StringComparison.Ordinal);

    /// <summary>True where nobody is asked and the answer is <c>at-capacity</c>.</summary>
    public bool IsFull(string? area) => _isSandbox && area is FullArea;

    public bool IsArea(string? area) => _isSandbox || area is not FullArea;

    /// <summary>True where the office itself answers, after its deadlines.</summary>
    public bool IsSlow(string? agent) => _isSandbox && agent is Slow;

    public bool IsAgent(string? agent) => agent is null || IsSlow(agent);
}
