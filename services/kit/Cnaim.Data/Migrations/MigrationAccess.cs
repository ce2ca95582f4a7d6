namespace Cnaim.Data.Migrations;

/// <summary>Who migrates, and whom the tables are opened to afterwards.</summary>
/// <param name="ConnectionString">The owner's, or the service's own where there is no separate owner.</param>
/// <param name="Owner">The role that migrates and owns what it makes.</param>
/// <param name="Service">The role that the service works with.</param>
/// <param name="Sealer">The role that seals audit entries; the service's own where there is none.</param>
internal sealed record MigrationAccess(string ConnectionString, string Owner, string Service, string Sealer)
{
    /// <summary>Whether owner and service are two roles, so that rights have to be given.</summary>
    public bool IsSeparate => !string.Equals(Owner, Service, StringComparison.Ordinal);

    /// <summary>Without the password.</summary>
    public override string ToString() => nameof(MigrationAccess);
}
