using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Cnaim.Contracts.Tests;

/// <summary>Summaries of the contracts' XML documentation, as plain text.</summary>
internal static partial class XmlDocs
{
    private static readonly Dictionary<string, XElement> Members =
        XDocument.Load(Path.ChangeExtension(Catalogue.Assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);

    public static string Summary(Type type) => Text($"T:{type.FullName}") ?? "";

    public static string Summary(PropertyInfo property)
    {
        var declaring = property.DeclaringType!;
        return declaring.GetInterfaces().Prepend(declaring)
            .Select(type => Text($"P:{type.FullName}.{property.Name}")).FirstOrDefault(text => text is not null) ?? "";
    }

    private static string? Text(string id) =>
        Members.GetValueOrDefault(id)?.Element("summary") is { } summary
            ? Spaces().Replace(string.Concat(summary.Nodes().Select(Render)), " ").Trim()
            : null;

    private static string Render(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => ((string?)see.Attribute("cref"))?.Split('.')[^1] ?? "",
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
