using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cnaim.Directory.Hsds;

/// <summary>A page of an HSDS 3 list.</summary>
internal sealed record HsdsPage(
    [property: JsonPropertyName("total_items")] int TotalItems,
    [property: JsonPropertyName("total_pages")] int TotalPages,
    [property: JsonPropertyName("page_number")] int PageNumber,
    [property: JsonPropertyName("size")] int Size,
    [property: JsonPropertyName("first_page")] bool FirstPage,
    [property: JsonPropertyName("last_page")] bool LastPage,
    [property: JsonPropertyName("empty")] bool Empty,
    [property: JsonPropertyName("contents")] IReadOnlyList<JsonElement> Contents)
{
    public static HsdsPage Of(HsdsQuery query, int total, IReadOnlyList<JsonElement> contents)
    {
        var pages = (total + query.PerPageOrDefault - 1) / query.PerPageOrDefault;
        return new HsdsPage(
            total, pages, query.PageOrFirst, contents.Count, query.PageOrFirst == 1, query.PageOrFirst >= pages, contents.Count == 0, contents);
    }
}
