namespace Cnaim.Identity.External;

/// <summary>The issuers that are accepted beside this service's own.</summary>
internal sealed class ExternalIssuerOptions
{
    /// <summary>None by default.</summary>
    public List<ExternalIssuer> ExternalIssuers { get; set; } = [];
}
