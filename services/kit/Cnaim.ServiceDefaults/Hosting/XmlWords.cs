using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Cnaim.ServiceDefaults.Hosting;

/// <summary>The summaries of the platform's own types, from the file that the compiler writes beside the assembly. It is read when a document is first asked for; where it is not, nothing is said.</summary>
internal static partial class XmlWords
{
    private static readonly ConcurrentDictionary<string, Dictionary<string, XElement>> Read = new(StringComparer.Ordinal);

    public static string? Of(Type type) => Text(type, "T:" + Name(type))?.Element("summary") is { } summary ? Plain(summary) : null;

    /// <summary>Of a property, or of the parameter of its record.</summary>
    public static string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        var summary = Text(type, $"P:{Name(type)}.{property.Name}")?.Element("summary")
            ?? Text(type, "T:" + Name(type))?.Elements("param").FirstOrDefault(parameter => string.Equals((string?)parameter.Attribute("name"), property.Name, StringComparison.Ordinal));
        return summary is null ? null : Plain(summary);
    }

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static XElement? Text(Type type, string id) =>
        type.Assembly.GetName().Name is { } name && name.StartsWith("Cnaim.", StringComparison.Ordinal) ? Read.GetOrAdd(name, Load).GetValueOrDefault(id) : null;

    private static Dictionary<string, XElement> Load(string assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly + ".xml");
        return File.Exists(path)
            ? XDocument.Load(path).Descendants("member").DistinctBy(member => (string)member.Attribute("name")!, StringComparer.Ordinal).ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal)
            : [];
    }

    private static string? Plain(XElement summary)
    {
        var text = Spaces().Replace(string.Concat(summary.Nodes().Select(Render)), " ").Trim();
        return text.Length > 0 ? text : null;
    }

    private static string Render(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"'{code.Value}'",
        XElement { IsEmpty: true } reference => ((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name") ?? (string?)reference.Attribute("langword"))?.Split('.', ':')[^1] ?? "",
        XElement element => string.Concat(element.Nodes().Select(Render)),
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
