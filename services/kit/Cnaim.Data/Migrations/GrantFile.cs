using System.Reflection;

namespace Cnaim.Data.Migrations;

/// <summary>The statements that give and take rights after each migration: the common ones, then every source's own <c>Grants/*.sql</c>.</summary>
internal static class GrantFile
{
    private const string Folder = "Grants/";

    /// <summary>One script, in which <c>{service}</c> and <c>{sealer}</c> have become names and <c>{role}</c> the service's name as text.</summary>
    public static string Compose(IEnumerable<MigrationSource> sources, MigrationAccess access)
    {
        var own = sources.Select(source => source.Assembly).Distinct().SelectMany(Load);
        return string.Join('\n', own.Prepend(GrantSql.Base))
            .Replace("{service}", Quote(access.Service, '"'), StringComparison.Ordinal)
            .Replace("{sealer}", Quote(access.Sealer, '"'), StringComparison.Ordinal)
            .Replace("{role}", Quote(access.Service, '\''), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Load(Assembly assembly) => assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        });

    // A role's name that would need quoting inside the loop's own text is refused rather than quoted twice.
    private static string Quote(string name, char mark) => name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-')
        ? $"{mark}{name}{mark}"
        : throw new MigrationException($"The role name '{name}' may have letters, digits, '_' and '-' only.");
}
