using System.Text.RegularExpressions;
using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>Migrations are numbered SQL files, each part in its own range (style.md rule 32).</summary>
public sealed partial class When_a_schema_is_migrated
{
    private static readonly IReadOnlyList<string> All = [.. Repository.Files("services", ".sql").Select(Repository.Relative)];

    private static readonly IReadOnlyList<string> Files = [.. All.Where(file => !file.Contains("/Grants/", StringComparison.Ordinal))];

    [Fact]
    public void Should_lie_in_a_Schema_folder_with_a_number_and_a_name() =>
        Files.Where(file => !Numbered().IsMatch(file)).ShouldBeEmpty();

    [Fact]
    public void Should_stay_in_the_range_of_its_part()
    {
        Files.Count.ShouldBeGreaterThan(0);
        Files.Where(file => !IsInRange(file)).ShouldBeEmpty("messaging 0001-0099, kit 0100-0999, a service's own 1001 and up");
    }

    [Fact]
    public void Should_have_a_number_of_its_own() =>
        Files.GroupBy(file => $"{Path.GetDirectoryName(file)}/{Number(file)}", StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Should_exist_for_every_service_with_data()
    {
        Repository.Files("services/kit/Cnaim.OfficeKit/Schema", ".sql").ShouldNotBeEmpty("all offices have the kit's tables");
        Services.OwnData.Where(folder => !Repository.Files(folder + "/Schema", ".sql").Any()).ShouldBeEmpty();
    }

    [Fact]
    public void Should_be_embedded_by_every_project_that_has_one() =>
        Repository.Files("services", ".csproj")
            .Where(project => Directory.Exists(Path.Combine(Path.GetDirectoryName(project)!, "Schema")))
            .Where(project => !Services.IsOffice(project) && !File.ReadAllText(project).Contains("Schema/*.sql", StringComparison.Ordinal))
            .Select(Repository.Relative).ShouldBeEmpty();

    [Fact]
    public void Should_give_rights_in_Grants_files_and_nothing_else_there()
    {
        var grants = All.Except(Files, StringComparer.Ordinal).ToList();
        grants.ShouldContain("services/kit/Cnaim.Messaging/Grants/audit.sql");
        foreach (var file in grants)
        {
            File.ReadLines(Path.Combine(Repository.Root, file)).Where(line => line.Length > 0).ShouldAllBe(
                line => line.StartsWith("GRANT ", StringComparison.Ordinal) || line.StartsWith("REVOKE ", StringComparison.Ordinal) || line.StartsWith("-- ", StringComparison.Ordinal), file);
            var project = Directory.GetFiles(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, ".."), "*.csproj").Single();
            File.ReadAllText(project).ShouldContain("Grants/*.sql", Case.Sensitive, file);
        }
    }

    private static bool IsInRange(string file) => Number(file) switch
    {
        var number when file.StartsWith("services/kit/Cnaim.Messaging/", StringComparison.Ordinal) => number is >= 1 and <= 99,
        var number when file.StartsWith("services/kit/Cnaim.OfficeKit/", StringComparison.Ordinal) => number is >= 200 and <= 999,
        var number when file.StartsWith("services/kit/", StringComparison.Ordinal) => number is >= 100 and <= 199,
        var number => number is >= 1001 and <= 9999,
    };

    private static int Number(string file) =>
        int.TryParse(Path.GetFileName(file).Split('_')[0], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"/Schema/\d{4}_[a-z0-9_]+\.sql$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
