using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Cnaim.Data.Migrations;

/// <summary>One numbered SQL file; its checksum ignores line endings.</summary>
internal sealed record MigrationFile(int Number, string Name, string Sql, string Checksum)
{
    private const string Folder = "Schema/";

    public static List<MigrationFile> LoadAll(IEnumerable<MigrationSource> sources)
    {
        var files = sources.Select(source => source.Assembly).Distinct().SelectMany(Load).OrderBy(file => file.Number).ToList();
        var twice = files.GroupBy(file => file.Number).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? files
            : throw new MigrationException($"Migration {twice.Key:D4} exists twice: {string.Join(", ", twice.Select(file => file.Name))}. Numbers are unique over the kit and the service.");
    }

    public static MigrationFile Parse(string name, string text)
    {
        var sql = text.ReplaceLineEndings("\n");
        return name.Length > 5 && name[4] == '_' && int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new MigrationFile(number, name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))))
            : throw new MigrationException($"Migration '{name}' must be named NNNN_name.sql.");
    }

    private static IEnumerable<MigrationFile> Load(Assembly assembly) => assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
        .Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return Parse(name[Folder.Length..], reader.ReadToEnd());
        });
}
