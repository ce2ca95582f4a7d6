namespace Cnaim.Directory.Hsds;

/// <summary>The resources of HSDS 3 that are served, by their path.</summary>
internal static class HsdsKind
{
    public const string Organization = "organizations";
    public const string Service = "services";
    public const string Location = "locations";
    public const string ServiceAtLocation = "service_at_locations";
    public const string Schedule = "schedules";
    public const string Language = "languages";
    public const string Taxonomy = "taxonomies";
    public const string TaxonomyTerm = "taxonomy_terms";
}
