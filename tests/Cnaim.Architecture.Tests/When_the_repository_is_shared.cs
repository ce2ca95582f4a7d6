using System.Text.RegularExpressions;
using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>The project stands alone: nothing of one machine, and only packages that were chosen.</summary>
public sealed partial class When_the_repository_is_shared
{
    private static readonly string[] TextFiles =
    [
        ".cs", ".md", ".json", ".yaml", ".yml", ".csproj", ".props", ".targets", ".sln", ".sh", ".sql", ".proto", ".mjs", ".js", ".css", ".cshtml", ".html", ".txt", ".editorconfig", "",
    ];

    [Fact]
    public void Should_name_no_path_of_a_machine_and_no_package_registry() =>
        Repository.Files(".", TextFiles)
            .Where(file => !Repository.Relative(file).StartsWith("deploy/data/", StringComparison.Ordinal) && new FileInfo(file).Length < 1_000_000)
            .SelectMany(file => File.ReadLines(file).Index().Where(line => Foreign().IsMatch(line.Item)).Select(line => $"{Repository.Relative(file)}:{line.Index + 1}: {line.Item.Trim()}"))
            .ShouldBeEmpty();

    [Fact]
    public void Should_use_the_approved_packages() =>
        ApprovedFile.ShouldEqual(
            Repository.At("tests", "Cnaim.Architecture.Tests", "packages.approved.txt"),
            string.Join('\n', Version().Matches(File.ReadAllText(Repository.At("Directory.Packages.props")))
                .Select(match => $"{match.Groups["name"].Value} {match.Groups["version"].Value}").Order(StringComparer.Ordinal)));

    [Fact]
    public void Should_give_versions_in_one_place() =>
        // The official gRPC packages are an alternative that is not restorable everywhere, so they are not in the list.
        Projects().Where(project => !project.Path.EndsWith("/UseGrpc.targets", StringComparison.Ordinal)).SelectMany(project => OwnVersion().Matches(project.Text).Select(match => $"{project.Path}: {match.Value}")).ShouldBeEmpty();

    [Fact]
    public void Should_never_use_a_package_that_costs_a_public_body() =>
        File.ReadAllText(Repository.At("Directory.Packages.props")).ShouldNotMatch("QuestPDF|MediatR|AutoMapper|FluentAssertions|ImageSharp|NBomber");

    [Fact]
    public void Should_pin_MassTransit_to_the_last_free_version_that_restores() =>
        File.ReadAllText(Repository.At("Directory.Packages.props")).ShouldContain("Include=\"MassTransit\" Version=\"[8.4.0]\"");

    [Fact]
    public void Should_explain_every_silenced_warning() =>
        Projects().SelectMany(project => Silenced(project)).ShouldBeEmpty("a NoWarn has a comment in the lines above (style.md rule 36)");

    private static IEnumerable<string> Silenced(Source project)
    {
        var lines = project.Text.Split('\n');
        return lines.Index().Where(line => line.Item.Contains("<NoWarn", StringComparison.Ordinal))
            .Where(line => !lines[Math.Max(0, line.Index - 3)..(line.Index + 1)].Any(above => above.Contains("<!--", StringComparison.Ordinal)))
            .Select(line => $"{project.Path}:{line.Index + 1}");
    }

    private static IEnumerable<Source> Projects() => Repository.Files(".", ".csproj", ".props", ".targets").Select(Source.Read);

    // The words are split so that this file does not find itself.
    [GeneratedRegex("(^|[\\s\"'(=`])/(wo" + "rk|ho" + "me|ro" + "ot|Us" + "ers)/\\w|\\b(api\\.)?nu" + "get\\.org|registry\\.np" + "mjs|np" + "mjs\\.(org|com)|pyp" + "i\\.org", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Foreign();

    [GeneratedRegex("<PackageVersion Include=\"(?<name>[^\"]+)\" Version=\"(?<version>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();

    [GeneratedRegex("<PackageReference [^>]*(Version|VersionOverride)=\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnVersion();
}
