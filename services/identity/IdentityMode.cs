namespace Cnaim.Identity;

/// <summary>Sandbox or production (CNAIM_MODE); whatever is not the sandbox is production, so that a typing error closes and does not open.</summary>
internal sealed record IdentityMode(bool IsSandbox)
{
    public static IdentityMode Read(IConfiguration configuration) =>
        new(string.Equals(configuration["CNAIM_MODE"], "sandbox", StringComparison.Ordinal));
}
