using System.Text.Json.Nodes;
using Cnaim.Directory.Loading;

namespace Cnaim.Directory.Hsds;

/// <summary>The languages of the mediators and of the telephone service.</summary>
internal static class HsdsLanguages
{
    public static IEnumerable<HsdsMap.Described> All(ReferenceDocuments documents) =>
        ReferenceDocuments.Rows(documents.Languages, "languages").Select(language => HsdsMap.Described.Of(Describe(language)));

    private static JsonObject Describe(JsonObject language)
    {
        var copy = language.DeepClone().AsObject();
        copy["id"] = StableId.Of("language", language.Required("iso639_3"));
        copy["code"] = language.Required("iso639_3");
        copy["name"] = language.Required("name_en");
        return copy;
    }
}
