namespace Cnaim.Mediation;

/// <summary>Sandbox or production (CNAIM_MODE); whatever is not the sandbox is production, so that a typing error closes and does not open.</summary>
internal sealed record MediationMode(bool IsSandbox)
{
    public static MediationMode Read(IConfiguration configuration) =>
        new(string.Equals(configuration["CNAIM_MODE"], "sandbox", StringComparison.Ordinal));
}
