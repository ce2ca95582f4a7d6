using System.Reflection;
using System.Text;

namespace Cnaim.Data.Tests;

/// <summary>An assembly that embeds the given scripts.</summary>
internal sealed class SqlFiles(params (string Name, string Sql)[] files) : Assembly
{
    public override string[] GetManifestResourceNames() => [.. files.Select(file => NameOf(file.Name))];

    public override Stream GetManifestResourceStream(string name) =>
        new MemoryStream(Encoding.UTF8.GetBytes(files.Single(file => string.Equals(NameOf(file.Name), name, StringComparison.Ordinal)).Sql));

    private static string NameOf(string file) => file.Contains('/', StringComparison.Ordinal) ? file : "Schema/" + file;
}
