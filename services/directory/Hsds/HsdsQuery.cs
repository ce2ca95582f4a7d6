using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Directory.Hsds;

/// <summary>The list parameters of the HSDS 3 API.</summary>
internal sealed record HsdsQuery
{
    private const int LargestPage = 500;

    /// <summary>Words in the name, without case or accents.</summary>
    [FromQuery(Name = "search")]
    public string? Search { get; init; }

    /// <summary>The page, from 1.</summary>
    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    /// <summary>Items a page; 50 by default.</summary>
    [FromQuery(Name = "per_page")]
    public int? PerPage { get; init; }

    /// <summary>Only <c>json</c>.</summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    /// <summary>True for nested resources in the list.</summary>
    [FromQuery(Name = "full")]
    public bool? Full { get; init; }

    [FromQuery(Name = "organization_id")]
    public string? OrganizationId { get; init; }

    [FromQuery(Name = "service_id")]
    public string? ServiceId { get; init; }

    [FromQuery(Name = "location_id")]
    public string? LocationId { get; init; }

    [FromQuery(Name = "taxonomy_id")]
    public string? TaxonomyId { get; init; }

    [FromQuery(Name = "taxonomy_term_id")]
    public string? TaxonomyTermId { get; init; }

    [FromQuery(Name = "parent_id")]
    public string? ParentId { get; init; }

    /// <summary>Four digits of a municipality (an extension).</summary>
    [FromQuery(Name = "dico")]
    public string? Dico { get; init; }

    /// <summary>True for terms without a parent.</summary>
    [FromQuery(Name = "top_only")]
    public bool? TopOnly { get; init; }

    public int PageOrFirst => Page ?? 1;

    public int PerPageOrDefault => PerPage ?? 50;

    public string[] Related => [.. new[] { OrganizationId, ServiceId, LocationId, TaxonomyId, TaxonomyTermId, ParentId, Dico }.OfType<string>()];

    public Refusal? Check() =>
        PageOrFirst is < 1 or > 1_000_000 || PerPageOrDefault is < 1 or > LargestPage ? DirectoryRefusals.UnknownPage
        : Format is null or "json" ? null
        : DirectoryRefusals.UnknownFormat;
}
