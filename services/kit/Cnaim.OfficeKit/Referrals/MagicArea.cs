using Microsoft.Extensions.Configuration;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The municipality that the sandbox invents: whatever is open there, everybody is at capacity, at once. Outside the sandbox there is no such place.</summary>
internal sealed class MagicArea(IConfiguration configuration)
{
    public const string Full = "9999";

    private readonly bool _isSandbox = string.Equals(configuration["CNAIM_MODE"], "sandbox", StringComparison.Ordinal);

    /// <summary>True where nobody is asked and the answer is <c>at-capacity</c>.</summary>
    public bool IsFull(string? area) => _isSandbox && area is Full;

    public bool IsRefused(string? area) => !_isSandbox && area is Full;
}
